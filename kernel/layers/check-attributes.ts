import { invalid, type Problem } from '../problems/problem.ts'
import type { Field, LayerDefinition } from './definition.ts'
import type { Attributes } from './feature.ts'

/**
 * Whether a table could hold the values as they are: known fields, types, lengths, decimals. Whether they are right (codes,
 * mandatory fields, ranges) is for quality to say. Nothing is cut or rounded on the way in.
 */
export function checkAttributes(layer: LayerDefinition, attributes: Attributes): Problem | undefined {
  for (const [name, value] of Object.entries(attributes)) {
    const field = layer.fields.find((each) => each.name === name)
    if (!field) return invalid('layers.attribute.unknown-field', { layer: layer.name, field: name })
    const wrong = value === null ? undefined : misfit(field, value)
    if (wrong)
      return invalid(`layers.attribute.${wrong}`, { layer: layer.name, field: name, value: String(value).slice(0, 60) })
  }
  return undefined
}

function misfit(
  field: Field,
  value: string | number,
): 'wrong-type' | 'too-long' | 'too-precise' | 'not-a-date' | undefined {
  if (field.type === 'text') {
    if (typeof value !== 'string' || value.includes('\u0000')) return 'wrong-type'
    return field.length !== undefined && [...value].length > field.length ? 'too-long' : undefined
  }
  if (field.type === 'date') return typeof value === 'string' && isDate(value) ? undefined : 'not-a-date'
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'wrong-type'
  if (field.type === 'integer') return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? undefined : 'wrong-type'
  return numberMisfit(value, field.length ?? 15, field.decimals ?? 2)
}

function numberMisfit(value: number, length: number, decimals: number): 'too-long' | 'too-precise' | undefined {
  if (Math.abs(value) >= 10 ** (length - decimals)) return 'too-long'
  const units = value * 10 ** decimals
  // What binary fractions cannot say exactly is not precision: 0.30000000000000004 is 0.3.
  return Math.abs(units - Math.round(units)) > 1e-5 + Math.abs(units) * 1e-15 ? 'too-precise' : undefined
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
