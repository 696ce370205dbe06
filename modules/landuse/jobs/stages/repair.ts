import { sql } from 'kysely'
import { toHex } from '../../../../kernel/layers/rows.ts'
import { areaNote, legalAreas, repairClue } from '../../rules/repair-clue.ts'
import type { Note } from '../../schema.ts'
import { type Clue, clueStage, updateClues } from './clues.ts'
import { rejectRows } from './read.ts'
import type { StageWork } from './stage.ts'

type Repaired = {
  clue: Clue
  geom: string
  before: string | null
  repairs: Note[]
  notes: Note[]
  ellipsoidal: number
  planar: number
}

/** 图形预处理: every repair is recorded with the geometry before it; what cannot be repaired is rejected by its row. */
export const repairStage = clueStage('repair', 'read', async (work, clues) => {
  const strangers = await outsideCounty(work, clues)
  const rejected: { row: number; rejected: Note }[] = []
  const repaired: Repaired[] = []
  for (const clue of clues) {
    const outcome = strangers.has(clue.id) ? { rejected: { code: 'landuse.row.outside-county' } } : repair(clue)
    if ('rejected' in outcome) rejected.push({ row: clue.row, rejected: outcome.rejected })
    else repaired.push(outcome)
  }
  await dropClues(work, rejected)
  await keepRepaired(work, repaired)
})

/** A reverted repair is not done again: the person wants the geometry as delivered. */
function repair(clue: Clue): Repaired | { rejected: Note } {
  const outcome = clue.repair_reverted ? { geometry: clue.geometry, repairs: [], notes: [] } : repairClue(clue.geometry)
  if ('rejected' in outcome) return outcome
  const { geometry, repairs, notes } = outcome
  const { ellipsoidal, planar } = legalAreas(geometry)
  const before = repairs.length > 0 ? toHex(clue.geometry, 4524) : null
  const all = [...notes, ...areaNote(clue.stated_area, ellipsoidal)]
  return { clue, geom: toHex(geometry, 4524), before, repairs, notes: all, ellipsoidal, planar }
}

/** Clues that touch no part of the county, where there is a county on the map. */
async function outsideCounty({ trx }: StageWork, clues: Clue[]): Promise<Set<string>> {
  const { rows } = await sql<{
    id: string
  }>`select c.id from landuse_clue c where c.id = any(${clues.map(({ id }) => id)}::uuid[])
    and exists (select 1 from layer_xzq where valid_to is null)
    and not exists (select 1 from layer_xzq x where x.valid_to is null and x.geom && c.geom
      and ST_Intersects(x.geom, ST_Envelope(c.geom)))`.execute(trx)
  return new Set(rows.map(({ id }) => id))
}

async function dropClues({ trx, batch }: StageWork, rejected: { row: number; rejected: Note }[]): Promise<void> {
  if (rejected.length === 0) return
  const rows = rejected.map(({ row }) => row)
  await sql`delete from landuse_repair where clue in (select id from landuse_clue where batch = ${batch.id} and row = any(${rows}::int[]))`.execute(
    trx,
  )
  await sql`delete from landuse_clue where batch = ${batch.id} and row = any(${rows}::int[])`.execute(trx)
  await rejectRows(trx, batch.id, rejected)
}

async function keepRepaired({ trx, batch }: StageWork, repaired: Repaired[]): Promise<void> {
  const values = repaired.map(({ clue, geom, before, ellipsoidal, planar }) => ({
    id: clue.id,
    geom,
    geom_before: before,
    area_ellipsoidal: ellipsoidal,
    area_planar: planar,
  }))
  const columns = { geom: 'geometry', geom_before: 'geometry', area_ellipsoidal: 'numeric', area_planar: 'numeric' }
  await updateClues(trx, 'repaired', columns, values)
  const repairs = repaired.flatMap((one) =>
    one.repairs.map(({ code, params }, i) => ({ clue: one.clue.id, ordinal: i + 1, code, params: params ?? {} })),
  )
  await sql`insert into landuse_repair (clue, ordinal, code, params) select clue, ordinal, code, params
    from jsonb_to_recordset(${JSON.stringify(repairs)}::jsonb) as v(clue uuid, ordinal int, code text, params jsonb)`.execute(
    trx,
  )
  const rows = repaired.map(({ clue, repairs: done, notes }) => ({ row: clue.row, repairs: done, notes }))
  await sql`update landuse_row r set findings = r.findings || v.repairs || v.notes,
      state = case when jsonb_array_length(v.repairs) > 0 or r.findings @? '$[*] ? (@.code like_regex "^formats\\.row\\.(ring|axes)")'
        then 'repaired' else 'accepted' end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(row int, repairs jsonb, notes jsonb)
    where r.batch = ${batch.id} and r.row = v.row`.execute(trx)
}
