import type { CodeTable } from './code-table.ts'

export const tbxhdm: CodeTable = {
  scheme: 'tbxhdm',
  edition: '2020',
  title: { zh: '图斑细化代码', en: 'Patch refinement' },
  codes: [
    { code: 'HDGY', zh: '火电工业用地', en: 'Thermal power' },
    { code: 'GTGY', zh: '钢铁工业用地', en: 'Iron and steel' },
    { code: 'MTGY', zh: '煤炭工业用地', en: 'Coal' },
    { code: 'SNGY', zh: '水泥工业用地', en: 'Cement' },
    { code: 'BLGY', zh: '玻璃工业用地', en: 'Glass' },
    { code: 'DLGY', zh: '电解铝工业用地', en: 'Electrolytic aluminium' },
    { code: 'FQ', zh: '废弃', en: 'Abandoned' },
    { code: 'LJTM', zh: '垃圾填埋', en: 'Landfill' },
    { code: 'HDGD', zh: '河道耕地', en: 'River-channel cultivated land' },
    { code: 'HQGD', zh: '湖区耕地', en: 'Lake-area cultivated land' },
    { code: 'LQGD', zh: '林区耕地', en: 'Forest-area cultivated land' },
    { code: 'MQGD', zh: '牧区耕地', en: 'Pastoral-area cultivated land' },
    { code: 'SHGD', zh: '沙荒耕地', en: 'Sandy-waste cultivated land' },
    { code: 'SMGD', zh: '石漠化耕地', en: 'Rocky-desertified cultivated land' },
    { code: 'LQYD', zh: '林区园地', en: 'Forest-area garden land' },
    { code: 'GCCD', zh: '灌丛草地', en: 'Shrub grassland' },
  ],
}
