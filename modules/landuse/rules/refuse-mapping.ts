import { conflict, invalid, type Problem } from '../../../kernel/problems/problem.ts'
import type { BatchState } from '../schema.ts'
import { clueFields } from './clue-fields.ts'

/** Fields may be told only before the rows have been read, from fields that exist, each source field once. */
export function refuseMapping(
  state: BatchState,
  sourceFields: readonly string[],
  mapping: Record<string, string>,
): Problem | undefined {
  if (state !== 'mapping' && state !== 'ready') return conflict('landuse.batch.confirmMapping.already-read', { state })
  const wanted = clueFields.map(({ name }) => name)
  const unknown = Object.keys(mapping).find((name) => !wanted.includes(name))
  if (unknown !== undefined) return invalid('landuse.batch.confirmMapping.unknown-target', { field: unknown })
  const given = Object.values(mapping)
  const absent = given.find((field) => !sourceFields.includes(field))
  if (absent !== undefined) return invalid('landuse.batch.confirmMapping.unknown-field', { field: absent })
  const twice = given.find((field, i) => given.indexOf(field) !== i)
  if (twice !== undefined) return invalid('landuse.batch.confirmMapping.field-twice', { field: twice })
  const missing = clueFields.filter(({ name, required }) => required && !mapping[name]).map(({ name }) => name)
  return missing.length > 0
    ? invalid('landuse.batch.confirmMapping.missing', { fields: missing.join(', ') })
    : undefined
}
