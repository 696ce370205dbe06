import type { CodeTableName } from './codes/tables.ts'
import type { LayerStyle } from './styles/style.ts'

type FieldType = 'text' | 'integer' | 'number' | 'date'

/** `length` counts characters (text) or digits (number); `required` is what the standard marks M, judged by quality. */
export type Field = {
  name: string
  alias: string
  type: FieldType
  length?: number
  decimals?: number
  required?: true
  codeTable?: CodeTableName
}

export type LayerDefinition = {
  name: string
  title: { zh: string; en: string }
  group: 'survey' | 'control' | 'approval' | 'cadastre'
  geometry: 'MultiPolygon'
  /** Where coordinates are stored: CGCS2000 / 3-degree zone 36, EPSG:4524. */
  srid: 4524
  fields: readonly Field[]
  /** The national identifier (标识码), an opaque text or integer. */
  identityField: string
  /** The number people speak of, unique within `numberWithin`. */
  numberField?: string
  numberWithin?: string
  /** Feature code of the standard (要素代码), the same for every row. */
  featureCode?: string
  /** `coverage`: no overlap and no gap may arise. */
  topology: 'coverage' | 'independent'
  /** Which legal area `areaField` holds: they are different numbers (land survey against cadastre). */
  areaMethod: 'ellipsoidal' | 'planar'
  /** Square metres, two decimals. */
  areaField?: string
  /** Holds the area code whose prefixes decide who may see a row. */
  areaCodeField: string
  style: LayerStyle
}

/** Physical names: one table a layer, national field codes in lower case. */
export const tableOf = (layer: LayerDefinition) => `layer_${layer.name.toLowerCase()}`
export const columnOf = (field: Field | string) => (typeof field === 'string' ? field : field.name).toLowerCase()

export const fieldOf = (layer: LayerDefinition, name: string) => layer.fields.find((field) => field.name === name)
