import type { CodeTable } from './code-table.ts'

export const gdpdjb: CodeTable = {
  scheme: 'gdpdjb',
  edition: '2020',
  title: { zh: '耕地坡度级别', en: 'Slope class of cultivated land' },
  codes: [
    { code: '1', zh: '≤2°', en: '≤2°' },
    { code: '2', zh: '(2°,6°]', en: '(2°,6°]' },
    { code: '3', zh: '(6°,15°]', en: '(6°,15°]' },
    { code: '4', zh: '(15°,25°]', en: '(15°,25°]' },
    { code: '5', zh: '>25°', en: '>25°' },
  ],
}
