import type { LayerDefinition } from '../definition.ts'
import { urbanBoundaryStyle } from '../styles/control-lines.ts'

export const czkfbj: LayerDefinition = {
  name: 'CZKFBJ',
  title: { zh: '城镇开发边界', en: 'Urban development boundary' },
  group: 'control',
  geometry: 'MultiPolygon',
  srid: 4524,
  identityField: 'BSM',
  topology: 'independent',
  areaMethod: 'ellipsoidal',
  areaField: 'MJ',
  areaCodeField: 'XZQDM',
  style: urbanBoundaryStyle,
  fields: [
    { name: 'BSM', alias: '标识码', type: 'text', length: 18, required: true },
    { name: 'YSDM', alias: '要素代码', type: 'text', length: 10, required: true },
    { name: 'XZQDM', alias: '行政区代码', type: 'text', length: 12, required: true },
    { name: 'XZQMC', alias: '行政区名称', type: 'text', length: 100, required: true },
    { name: 'GHFQDM', alias: '规划分区代码', type: 'text', length: 3, required: true, codeTable: 'ghfq' },
    { name: 'GHFQMC', alias: '规划分区名称', type: 'text', length: 50, required: true },
    { name: 'MJ', alias: '面积', type: 'number', length: 18, decimals: 2, required: true },
    { name: 'BZ', alias: '备注', type: 'text' },
  ],
}
