import type { LayerDefinition } from '../definition.ts'
import { districtStyle } from '../styles/cadastre.ts'

/** Digits 7 to 9 of every parcel code are those of its district (GB/T 37346). */
export const djq: LayerDefinition = {
  name: 'DJQ',
  title: { zh: '地籍区', en: 'Cadastral districts' },
  group: 'cadastre',
  geometry: 'MultiPolygon',
  srid: 4524,
  identityField: 'BSM',
  numberField: 'DJQDM',
  topology: 'coverage',
  areaMethod: 'planar',
  areaCodeField: 'DJQDM',
  style: districtStyle,
  fields: [
    { name: 'BSM', alias: '标识码', type: 'integer', required: true },
    { name: 'YSDM', alias: '要素代码', type: 'text', length: 10 },
    { name: 'DJQDM', alias: '地籍区代码', type: 'text', length: 9, required: true },
    { name: 'DJQMC', alias: '地籍区名称', type: 'text', length: 50, required: true },
    { name: 'BZ', alias: '备注', type: 'text', length: 100 },
  ],
}
