import { sql } from 'kysely'
import type { Trx } from '../../../../kernel/db/database.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { toMultiPolygon } from '../../../../kernel/layers/feature.ts'
import type { ClueState } from '../../schema.ts'
import type { ClueTable, LanduseTables } from '../../tables.ts'
import { AT_ONCE, type Stage, type StageWork } from './stage.ts'

const columns = [
  'id',
  'row',
  'number',
  'found_on',
  'change_kind',
  'predicted_class',
  'stated_area',
  'area_code',
  'repair_reverted',
  'area_ellipsoidal',
  'area_planar',
  'linked_clue',
  'approvals',
  'facts',
  'tags',
  'adjusted_at',
  'conclusion',
  'range_area',
] as const

/** What the stages need of a clue; `repaired`: its geometry is not the delivered one. */
export type Clue = Pick<ClueTable, (typeof columns)[number]> & { geometry: MultiPolygon; repaired: boolean }

const tables = (trx: Trx) => trx.withTables<LanduseTables>()

/** The next clues of the batch in a state, in the order of the delivery. */
async function nextClues({ trx, batch }: StageWork, state: ClueState): Promise<Clue[]> {
  const { rows } = await sql<Clue & { shape: Uint8Array }>`
    select ${sql.join(columns.map((column) => sql.ref(column)))}, geom_before is not null as repaired, ST_AsEWKB(geom) as shape
    from landuse_clue where batch = ${batch.id} and state = ${state} order by row limit ${AT_ONCE} for no key update`.execute(
    trx,
  )
  return rows.map(({ shape, ...clue }) => ({ ...clue, geometry: toMultiPolygon(shape) }))
}

async function countClues({ trx, batch }: StageWork, state: ClueState): Promise<number> {
  const { count } = await tables(trx)
    .selectFrom('landuse_clue')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('batch', '=', batch.id)
    .where('state', '=', state)
    .executeTakeFirstOrThrow()
  return count
}

/** A stage that takes clues in one state; `run` must move every one of them to another. */
export const clueStage = (
  name: Stage['name'],
  from: ClueState,
  run: (work: StageWork, clues: Clue[]) => Promise<void>,
): Stage => ({
  name,
  waiting: (work) => countClues(work, from),
  async next(work) {
    const clues = await nextClues(work, from)
    if (clues.length > 0) await run(work, clues)
    return clues.length
  },
})

/** Sets columns of many clues in one statement; the values are records with the clue's id. */
export async function updateClues(
  trx: Trx,
  state: ClueState,
  columns: Record<string, string>,
  values: readonly ({ id: string } & Record<string, unknown>)[],
): Promise<void> {
  const names = Object.keys(columns)
  const assignments = sql.join([
    sql`state = ${state}`,
    ...names.map((name) => sql`${sql.id(name)} = v.${sql.id(name)}`),
  ])
  const typed = sql.join([sql`id uuid`, ...names.map((name) => sql`${sql.id(name)} ${sql.raw(columns[name]!)}`)])
  await sql`update landuse_clue c set ${assignments}
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v(${typed}) where c.id = v.id`.execute(trx)
}
