import type { LayerDefinition } from '../definition.ts'
import { townshipStyle } from '../styles/boundaries.ts'

/** DCMJ is the surveyed area (sum of DLTB), JSMJ the computed ellipsoidal one: both are kept. */
export const xzq: LayerDefinition = {
  name: 'XZQ',
  title: { zh: '行政区（乡级）', en: 'Townships' },
  group: 'survey',
  geometry: 'MultiPolygon',
  srid: 4524,
  identityField: 'BSM',
  numberField: 'XZQDM',
  featureCode: '1000600100',
  topology: 'coverage',
  areaMethod: 'ellipsoidal',
  areaField: 'JSMJ',
  areaCodeField: 'XZQDM',
  style: townshipStyle,
  fields: [
    { name: 'BSM', alias: '标识码', type: 'text', length: 18, required: true },
    { name: 'YSDM', alias: '要素代码', type: 'text', length: 10, required: true },
    { name: 'XZQDM', alias: '行政区代码', type: 'text', length: 12, required: true },
    { name: 'XZQMC', alias: '行政区名称', type: 'text', length: 100, required: true },
    { name: 'DCMJ', alias: '调查面积', type: 'number', length: 15, decimals: 2, required: true },
    { name: 'JSMJ', alias: '计算面积', type: 'number', length: 15, decimals: 2, required: true },
    { name: 'MSSM', alias: '描述说明', type: 'text', length: 2, required: true, codeTable: 'mssm' },
    { name: 'HDMC', alias: '海岛名称', type: 'text', length: 100 },
    { name: 'BZ', alias: '备注', type: 'text' },
  ],
}
