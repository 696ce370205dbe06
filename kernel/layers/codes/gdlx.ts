import type { CodeTable } from './code-table.ts'

export const gdlx: CodeTable = {
  scheme: 'gdlx',
  edition: '2020',
  title: { zh: '耕地类型', en: 'Type of cultivated land' },
  codes: [
    { code: 'PD', zh: '坡地', en: 'Sloping field' },
    { code: 'TT', zh: '梯田', en: 'Terraced field' },
    { code: 'FD', zh: '平地', en: 'Flat field' },
  ],
}
