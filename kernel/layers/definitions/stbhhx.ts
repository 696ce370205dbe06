import type { LayerDefinition } from '../definition.ts'
import { redlineStyle } from '../styles/control-lines.ts'

/** Two official editions name fields differently; both sets are here. */
export const stbhhx: LayerDefinition = {
  name: 'STBHHX',
  title: { zh: '生态保护红线', en: 'Ecological conservation redline' },
  group: 'control',
  geometry: 'MultiPolygon',
  srid: 4524,
  identityField: 'BSM',
  topology: 'independent',
  areaMethod: 'ellipsoidal',
  areaField: 'MJ',
  areaCodeField: 'XJXZQDM',
  style: redlineStyle,
  fields: [
    { name: 'BSM', alias: '标识码', type: 'text', length: 18, required: true },
    { name: 'YSDM', alias: '要素代码', type: 'text', length: 10, required: true },
    { name: 'XJXZQDM', alias: '县级行政区代码', type: 'text', length: 12, required: true },
    { name: 'XJXZQMC', alias: '县级行政区名称', type: 'text', length: 100, required: true },
    { name: 'SJXZQMC', alias: '省级行政区名称', type: 'text', length: 100 },
    { name: 'SJXZQMC1', alias: '市级行政区名称', type: 'text', length: 100 },
    { name: 'LHLX', alias: '类型(陆海类型)', type: 'text', length: 10, required: true },
    { name: 'MJ', alias: '面积', type: 'number', length: 18, decimals: 2, required: true },
    { name: 'LXDM', alias: '类型代码', type: 'text', length: 10 },
    { name: 'MC', alias: '名称', type: 'text', length: 100 },
    { name: 'QYMJ', alias: '区域面积（平方千米）', type: 'number', length: 15, decimals: 4 },
    { name: 'SLSJ', alias: '设立时间', type: 'text', length: 8 },
    { name: 'GKCS', alias: '管控措施', type: 'text' },
  ],
}
