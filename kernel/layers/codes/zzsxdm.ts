import type { CodeTable } from './code-table.ts'

// GZ YM LM LH MC KT GSYY SSLM of the 2018 rules were removed in the current standard: refused on write.
export const zzsxdm: CodeTable = {
  scheme: 'zzsxdm',
  edition: '2020',
  title: { zh: '种植属性代码', en: 'Planting attribute' },
  codes: [
    { code: 'LS', zh: '种植粮食作物', en: 'Grain crop' },
    { code: 'FLS', zh: '种植非粮食作物', en: 'Non-grain crop' },
    { code: 'LYFL', zh: '粮与非粮轮作', en: 'Grain/non-grain rotation' },
    { code: 'XG', zh: '休耕', en: 'Fallow (planned)' },
    { code: 'LLJZ', zh: '林粮间作', en: 'Forest-grain intercropping' },
    { code: 'WG', zh: '未耕种', en: 'Uncultivated' },
    { code: 'JKHF', zh: '即可恢复', en: 'Immediately restorable to cultivated land' },
    { code: 'GCHF', zh: '工程恢复', en: 'Restorable by engineering works' },
  ],
}
