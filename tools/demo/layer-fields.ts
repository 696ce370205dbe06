import type { LayerName } from './feature.ts'

/** A field of a layer that has no national schema here; `length` counts characters, dates are YYYY-MM-DD. */
export type DemoField = {
  name: string
  alias: string
  type: 'char' | 'double' | 'int' | 'date'
  length?: number
  decimals?: number
}

export type DemoLayer = { name: LayerName; alias: string; fields: DemoField[] }

/** Layers whose fields are those of a national layer of codes/layers.json under another name. */
export const NATIONAL_SCHEMA: Partial<Record<LayerName, string>> = {
  DLTB: 'DLTB',
  XZQ: 'XZQ',
  CJDCQ: 'CJDCQ',
  YJJBNT: 'YJJBNTTB',
  STBHHX: 'STBHHX',
  CZKFBJ: 'CZKFBJ',
  ZD: 'ZDJBXX',
  ZRZ: 'ZRZ',
}

const text = (name: string, alias: string, length: number): DemoField => ({ name, alias, type: 'char', length })
const day = (name: string, alias: string): DemoField => ({ name, alias, type: 'date' })
const area = (name: string, alias: string): DemoField => ({ name, alias, type: 'double', length: 15, decimals: 2 })

/** What every approval says, so that an overlay can quote any of them alike. */
const COMMON: DemoField[] = [
  text('PZWH', '批准文号', 60),
  text('XMMC', '项目名称', 120),
  text('DWMC', '用地单位或当事人', 120),
  day('PZRQ', '批准日期'),
  day('YXQZ', '有效期至'),
  text('PZYT', '批准用途', 60),
  area('PZMJ', '批准面积（平方米）'),
  text('ZT', '状态', 10),
  text('XZQDM', '行政区代码', 12),
  text('XZQMC', '行政区名称', 100),
]

export const APPROVAL_LAYERS: DemoLayer[] = [
  {
    name: 'NZYPW',
    alias: '农转用批文',
    fields: [
      ...COMMON,
      text('PZJG', '批准机关', 60),
      text('PCMC', '批次名称', 120),
      text('DKBH', '地块编号', 20),
      area('ZYGDMJ', '占用耕地面积'),
      text('BZ', '备注', 200),
    ],
  },
  {
    name: 'ZDPW',
    alias: '征地批文',
    fields: [
      ...COMMON,
      text('PZJG', '批准机关', 60),
      text('BZDDW', '被征地单位', 100),
      text('DKBH', '地块编号', 20),
      text('BZ', '备注', 200),
    ],
  },
  {
    name: 'GDXM',
    alias: '供地',
    fields: [
      ...COMMON,
      text('DZJGH', '电子监管号', 30),
      text('GDFS', '供地方式', 20),
      text('NZYWH', '农转用批准文号', 60),
      { name: 'SYNX', alias: '使用年限', type: 'int', length: 3 },
      text('BZ', '备注', 200),
    ],
  },
  {
    name: 'SSNYDBA',
    alias: '设施农用地备案',
    fields: [...COMMON, text('SSLX', '设施类型', 20), text('BADW', '备案单位', 60), text('BZ', '备注', 200)],
  },
  {
    name: 'LSYD',
    alias: '临时用地',
    fields: [...COMMON, text('PZJG', '批准机关', 60), text('FKYQ', '复垦要求', 200), text('BZ', '备注', 200)],
  },
  {
    name: 'ZFAJ',
    alias: '执法案件',
    fields: [
      ...COMMON,
      text('WFLX', '违法类型', 40),
      day('LARQ', '立案日期'),
      text('CFJDS', '处罚决定书号', 60),
      text('BZ', '备注', 200),
    ],
  },
]

export const MANAGED_LAYER: DemoLayer = {
  name: 'GLFW',
  alias: '管理范围',
  fields: [
    text('GLBH', '管理范围编号', 40),
    text('GLMC', '名称', 120),
    text('GLLX', '来源类型', 20),
    text('LYTC', '来源图层', 20),
    text('LYBH', '来源编号', 60),
    day('YXQZ', '有效期至'),
    area('MJ', '面积（平方米）'),
  ],
}
