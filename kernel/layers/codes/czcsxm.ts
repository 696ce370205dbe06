import type { CodeTable } from './code-table.ts'

export const czcsxm: CodeTable = {
  scheme: 'czcsxm',
  edition: '2020',
  title: { zh: '城镇村属性码', en: 'Built-up area attribute' },
  codes: [
    { code: '201', zh: '城市', en: 'City' },
    { code: '201A', zh: '城市独立工业用地', en: 'Independent industrial land outside city built-up area' },
    { code: '202', zh: '建制镇', en: 'Designated town' },
    { code: '202A', zh: '建制镇独立工业用地', en: 'Independent industrial land of town' },
    { code: '203', zh: '村庄', en: 'Village' },
    { code: '203A', zh: '村庄独立工业用地', en: 'Independent industrial land of village' },
    { code: '204', zh: '盐田及采矿用地', en: 'Salt field and mining land' },
    { code: '205', zh: '特殊用地', en: 'Special-purpose land (outside built-up areas)' },
  ],
}
