import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { coveredBy, rightsTo } from '../../../kernel/cases/rights-filter.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import { query } from '../../../kernel/http/action.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { geometryHash } from '../rules/geometry-hash.ts'
import { isSame } from '../rules/merge-fields.ts'
import { flatBase, flatKnown, flatSent } from '../rules/patch-fields.ts'
import { areaToDegrees } from '../rules/plane.ts'
import type { PayloadOf } from '../schema.ts'
import { formOf, patchesOf } from '../sync/field-work.ts'
import { rangeOf } from '../sync/standing.ts'
import { type KeptOperation, keptOperation } from './kept-operation.ts'

/** One field of three versions; `isConflict`: both sides have changed it. */
export type ConflictField = { name: string; base: unknown; mine: unknown; theirs: unknown; isConflict: boolean }

/** What somebody decides by: the act, the fields side by side, the outlines (longitude, latitude). */
export const viewConflict = query({
  name: 'fieldwork.conflict.view',
  input: Type.Object({ operationId: Type.String({ format: 'uuid' }) }),
  async handle({ trx, person }, { operationId }) {
    const rights = rightsTo(person, 'fieldwork.operation.list')
    const { rows } =
      await sql`select 1 from field_operation o left join task t on t.id = o.task_id left join case_ c on c.id = t.case_id
      where o.id = ${operationId} and (o.person = ${person.id} or ${coveredBy(rights, 'c')})`.execute(trx)
    if (rows.length === 0) throw new Refusal(notFound('fieldwork.operation.adopt.unknown'))
    const kept = await keptOperation({ trx }, operationId)
    const { payload: _, previousHash: __, ...facts } = kept
    if (!kept.caseId) return { ...facts, payload: kept.payload, fields: [], outlines: null }
    const range = areaToDegrees(await rangeOf(trx, kept.caseId))
    const sides = kept.kind === 'form.save' ? await formSides(trx, kept) : await patchSides(trx, kept)
    const { fields, mine, theirs, others } = sides
    return { ...facts, payload: kept.payload, fields, outlines: { range, mine, theirs, others } }
  },
})

type Sides = { fields: ConflictField[]; mine: MultiPolygon | null; theirs: MultiPolygon | null; others: MultiPolygon[] }

async function formSides(trx: Trx, { caseId, payload }: KeptOperation): Promise<Sides> {
  const { values, base } = payload as PayloadOf<'form.save'>
  const known = await formOf(trx, caseId!)
  return { fields: fieldsBeside(values, base ?? {}, known.values), mine: null, theirs: null, others: [] }
}

async function patchSides(trx: Trx, { caseId, kind, payload }: KeptOperation): Promise<Sides> {
  const all = await patchesOf(trx, caseId!, true)
  const others = all.filter(({ id, removed }) => id !== payload.patchId && !removed)
  const outside = { others: others.map(({ geometry }) => areaToDegrees(geometry)) }
  if (kind !== 'patch.save') return { fields: [], mine: null, theirs: null, ...outside }
  const sent = payload as PayloadOf<'patch.save'>
  const known = all.find(({ id }) => id === sent.patchId)
  const theirs = known && areaToDegrees(known.geometry)
  const flat = known ? flatKnown(known, geometryHash(theirs)) : {}
  const fields = fieldsBeside(flatSent(sent), flatBase(sent.base), flat)
  const shown = fields.filter(({ name, mine, theirs: there }) => name !== 'removed' || mine || there)
  return { fields: shown, mine: (sent.geometry as MultiPolygon) ?? theirs ?? null, theirs: theirs ?? null, ...outside }
}

function fieldsBeside(mine: object, base: object, theirs: object): ConflictField[] {
  const [sent, was, there] = [mine, base, theirs] as Record<string, unknown>[]
  return Object.keys(sent!).map((name) => ({
    name,
    ...{ base: was![name] ?? null, mine: sent![name] ?? null, theirs: there![name] ?? null },
    isConflict: !isSame(sent![name], there![name]) && !isSame(was![name], there![name]),
  }))
}
