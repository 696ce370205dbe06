import type { LayerDefinition } from '../definition.ts'
import { subdistrictStyle } from '../styles/cadastre.ts'

/** Digits 10 to 12 of every parcel code are those of its subdistrict (GB/T 37346); parcels are numbered within it. */
export const djzq: LayerDefinition = {
  name: 'DJZQ',
  title: { zh: '地籍子区', en: 'Cadastral subdistricts' },
  group: 'cadastre',
  geometry: 'MultiPolygon',
  srid: 4524,
  identityField: 'BSM',
  numberField: 'DJZQDM',
  topology: 'coverage',
  areaMethod: 'planar',
  areaCodeField: 'DJZQDM',
  style: subdistrictStyle,
  fields: [
    { name: 'BSM', alias: '标识码', type: 'integer', required: true },
    { name: 'YSDM', alias: '要素代码', type: 'text', length: 10 },
    { name: 'DJZQDM', alias: '地籍子区代码', type: 'text', length: 12, required: true },
    { name: 'DJZQMC', alias: '地籍子区名称', type: 'text', length: 50, required: true },
    { name: 'BZ', alias: '备注', type: 'text', length: 100 },
  ],
}
