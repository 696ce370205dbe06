import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { invalid, Refusal, refuseIf } from '../problems/problem.ts'
import type { AnyQuery } from './action.ts'
import { keepable } from './keepable.ts'

/** Addresses carry text: «12» becomes 12, one value becomes a list of one, where the query asks for it. */
const ajv = new Ajv({ coerceTypes: 'array', useDefaults: true, removeAdditional: true })
formats.default(ajv)
const compiled = new WeakMap<AnyQuery, ValidateFunction>()

/** Path parts and query string as the query's input; refuses by naming the first fault. */
export function readInput(query: AnyQuery, raw: Record<string, unknown>): unknown {
  const validate = compiled.get(query) ?? ajv.compile(query.input)
  compiled.set(query, validate)
  const input = structuredClone(raw)
  if (validate(input)) {
    refuseIf(keepable(input))
    return input
  }
  const fault = validate.errors?.[0]
  throw new Refusal(invalid('kernel.input', { where: fault?.instancePath ?? '', what: fault?.message ?? '' }))
}
