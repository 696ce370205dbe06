import type { CodeTable } from './code-table.ts'

export const mssm: CodeTable = {
  scheme: 'mssm',
  edition: '2020',
  title: { zh: '描述说明', en: 'Mainland or island' },
  codes: [
    { code: '00', zh: '陆地', en: 'Mainland' },
    { code: '01', zh: '海岛', en: 'Island' },
  ],
}
