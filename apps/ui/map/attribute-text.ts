import { squareMetres } from '../format.ts'
import type { LayerInfo } from './layer-info.ts'

type Field = Pick<LayerInfo['fields'][number], 'name' | 'alias' | 'type'>
type Value = string | number | null | undefined

/** «…MJ» is an area in m² in the national field codes, unless its alias names another unit in brackets. */
const isSquareMetres = ({ name, alias, type }: Field) =>
  type === 'number' && name.endsWith('MJ') && !/[（(]/.test(alias)

/** A value as an officer writes it: areas grouped, with two decimals and their unit. */
export function fieldText(field: Field, value: Value): string {
  if (value === null || value === undefined) return '—'
  return typeof value === 'number' && isSquareMetres(field) ? `${squareMetres(value)} m²` : String(value)
}

type Head = { numberField?: string | undefined; style: { label?: string | undefined } }

/** What a feature is called: its name or number as on the map, with the other of the two where they differ. */
export function headOf({ numberField, style }: Head, attributes: Record<string, Value>): string | undefined {
  const called = [attributes[style.label ?? ''], attributes[numberField ?? '']].filter(
    (value) => value !== undefined && value !== null && value !== '',
  )
  return called.length > 0 ? [...new Set(called)].join(' ') : undefined
}
