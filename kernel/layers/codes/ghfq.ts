import type { CodeTable } from './code-table.ts'

export const ghfq: CodeTable = {
  scheme: 'ghfq',
  edition: '2021',
  title: { zh: '规划分区', en: 'Planning zone' },
  codes: [
    { code: '100', zh: '生态保护区', en: 'Ecological protection zone' },
    { code: '200', zh: '生态控制区', en: 'Ecological control zone' },
    { code: '300', zh: '农田保护区', en: 'Farmland protection zone' },
    { code: '400', zh: '城镇发展区', en: 'Urban development zone' },
    { code: '410', zh: '城镇集中建设区', en: 'Urban concentrated construction zone' },
    { code: '420', zh: '城镇弹性发展区', en: 'Urban elastic development zone' },
    { code: '430', zh: '特别用途区', en: 'Special-purpose zone' },
    { code: '500', zh: '乡村发展区', en: 'Rural development zone' },
    { code: '510', zh: '村庄建设区', en: 'Village construction zone' },
    { code: '520', zh: '一般农业区', en: 'General agriculture zone' },
    { code: '530', zh: '林业发展区', en: 'Forestry zone' },
    { code: '540', zh: '牧业发展区', en: 'Animal husbandry zone' },
    { code: '600', zh: '海洋发展区', en: 'Marine development zone' },
    { code: '700', zh: '矿产能源发展区', en: 'Mineral and energy development zone' },
  ],
}
