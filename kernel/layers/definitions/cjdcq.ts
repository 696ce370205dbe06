import type { LayerDefinition } from '../definition.ts'
import { villageStyle } from '../styles/boundaries.ts'

export const cjdcq: LayerDefinition = {
  name: 'CJDCQ',
  title: { zh: '村级调查区', en: 'Village survey units' },
  group: 'survey',
  geometry: 'MultiPolygon',
  srid: 4524,
  identityField: 'BSM',
  numberField: 'ZLDWDM',
  featureCode: '1000600400',
  topology: 'coverage',
  areaMethod: 'ellipsoidal',
  areaField: 'JSMJ',
  areaCodeField: 'ZLDWDM',
  style: villageStyle,
  fields: [
    { name: 'BSM', alias: '标识码', type: 'text', length: 18, required: true },
    { name: 'YSDM', alias: '要素代码', type: 'text', length: 10, required: true },
    { name: 'ZLDWDM', alias: '坐落单位代码', type: 'text', length: 19, required: true },
    { name: 'ZLDWMC', alias: '坐落单位名称', type: 'text', length: 60, required: true },
    { name: 'DCMJ', alias: '调查面积', type: 'number', length: 15, decimals: 2, required: true },
    { name: 'JSMJ', alias: '计算面积', type: 'number', length: 15, decimals: 2, required: true },
    { name: 'MSSM', alias: '描述说明', type: 'text', length: 2, required: true, codeTable: 'mssm' },
    { name: 'HDMC', alias: '海岛名称', type: 'text', length: 100 },
    { name: 'BZ', alias: '备注', type: 'text' },
  ],
}
