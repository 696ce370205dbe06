import type { CodeTable } from './code-table.ts'

export const mjdw: CodeTable = {
  scheme: 'mjdw',
  edition: '2021',
  title: { zh: '面积单位', en: 'Unit of area' },
  codes: [
    { code: '1', zh: '平方米', en: 'Square metre' },
    { code: '2', zh: '亩', en: 'Mu' },
    { code: '3', zh: '公顷', en: 'Hectare' },
  ],
}

export const qlsdfs: CodeTable = {
  scheme: 'qlsdfs',
  edition: '2021',
  title: { zh: '权利设定方式', en: 'Where the right is set' },
  codes: [
    { code: '1', zh: '地上', en: 'Above the ground' },
    { code: '2', zh: '地表', en: 'On the surface' },
    { code: '3', zh: '地下', en: 'Under the ground' },
  ],
}
