import type { CodeTable } from './code-table.ts'

export const fwjg: CodeTable = {
  scheme: 'fwjg',
  edition: '2015',
  title: { zh: '房屋结构', en: 'Building structure' },
  codes: [
    { code: '1', zh: '钢结构', en: 'Steel' },
    { code: '2', zh: '钢和钢筋混凝土结构', en: 'Steel and RC' },
    { code: '3', zh: '钢筋混凝土结构', en: 'Reinforced concrete' },
    { code: '4', zh: '混合结构', en: 'Mixed (brick-concrete)' },
    { code: '5', zh: '砖木结构', en: 'Brick-wood' },
    { code: '6', zh: '其它结构', en: 'Other' },
  ],
}
