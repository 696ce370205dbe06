import type { CodeTable } from './code-table.ts'

export const qsxz: CodeTable = {
  scheme: 'qsxz',
  edition: '2020',
  title: { zh: '权属性质', en: 'Nature of ownership' },
  codes: [
    { code: '10', zh: '国有土地所有权', en: 'State land ownership' },
    { code: '20', zh: '国有土地使用权', en: 'State land use right' },
    { code: '21', zh: '国有无居民海岛使用权', en: 'State uninhabited-island use right' },
    { code: '30', zh: '集体土地所有权', en: 'Collective land ownership' },
    { code: '31', zh: '村民小组', en: 'Villager-group ownership' },
    { code: '32', zh: '村集体经济组织', en: 'Village-collective ownership' },
    { code: '33', zh: '乡集体经济组织', en: 'Township-collective ownership' },
    { code: '34', zh: '其它农民集体经济组织', en: 'Other farmers-collective ownership' },
    { code: '40', zh: '集体土地使用权', en: 'Collective land use right' },
    { code: '41', zh: '集体无居民海岛使用权', en: 'Collective uninhabited-island use right' },
  ],
}
