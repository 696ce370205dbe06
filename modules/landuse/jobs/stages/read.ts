import { sql } from 'kysely'
import type { Trx } from '../../../../kernel/db/database.ts'
import { reproject } from '../../../../kernel/formats/reproject.ts'
import { writeWkb } from '../../../../kernel/geometry/codecs/wkb-write.ts'
import { newId } from '../../../../kernel/identity/new-id.ts'
import { toMultiPolygon } from '../../../../kernel/layers/feature.ts'
import { type ClueDraft, readClue, type SourceAttributes } from '../../rules/read-clue.ts'
import type { Note } from '../../schema.ts'
import { AT_ONCE, type Stage, type StageWork } from './stage.ts'

type WaitingRow = {
  row: number
  attributes: SourceAttributes
  geometry: Uint8Array
  findings: Note[]
  /** first row with the same content */
  twin: number | null
}

type Taken =
  | { row: number; clue: ClueDraft & { geom: string }; findings: Note[] }
  | { row: number; rejected: Note; findings: Note[] }

/** Rows as delivered → clues in the county's coordinates; rows that cannot be clues are rejected with the reason. */
export const readStage: Stage = {
  name: 'read',
  async waiting({ trx, batch }) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from landuse_row
      where batch = ${batch.id} and state = 'waiting'`.execute(trx)
    return rows[0]!.count
  },
  async next(work) {
    const rows = await waitingRows(work)
    if (rows.length === 0) return 0
    const numbers = await knownNumbers(work)
    const taken = rows.map((row) => takeRow(row, numbers, work))
    await reject(work, taken)
    await keep(work, taken)
    return rows.length
  },
}

async function waitingRows({ trx, batch }: StageWork): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`select row, attributes, geometry, findings,
      (select min(t.row) from landuse_row t where t.batch = r.batch and t.digest = r.digest and t.row < r.row) as twin
    from landuse_row r where batch = ${batch.id} and state = 'waiting' order by row limit ${AT_ONCE} for no key update`.execute(
    trx,
  )
  return rows
}

/** Number → first row that has it. */
async function knownNumbers({ trx, batch }: StageWork): Promise<Map<string, number>> {
  const { rows } = await sql<{ number: string; row: number }>`select source_number as number, row from landuse_clue
    where batch = ${batch.id}`.execute(trx)
  return new Map(rows.map(({ number, row }) => [number, row]))
}

function takeRow(
  { row, attributes, geometry, findings, twin }: WaitingRow,
  numbers: Map<string, number>,
  work: StageWork,
): Taken {
  if (twin !== null) return { row, rejected: { code: 'landuse.row.duplicate', params: { row: twin } }, findings }
  const today = work.now.toISOString().slice(0, 10)
  const reading = readClue(attributes, work.batch.mapping, today)
  if ('rejected' in reading) return { row, rejected: reading.rejected, findings }
  const { clue } = reading
  const first = numbers.get(clue.sourceNumber)
  if (first !== undefined) {
    const params = { number: clue.sourceNumber, row: first }
    return { row, rejected: { code: 'landuse.row.number-repeated', params }, findings }
  }
  numbers.set(clue.sourceNumber, row)
  const moved = reproject(toMultiPolygon(geometry), work.batch.crs.epsg, 4524)
  const geom = Buffer.from(writeWkb(moved, 4524)).toString('hex')
  return { row, clue: { ...clue, geom }, findings: [...findings, ...reading.findings] }
}

async function reject({ trx, batch }: StageWork, taken: Taken[]): Promise<void> {
  const rejected = taken.flatMap((one) => ('rejected' in one ? [one] : []))
  if (rejected.length > 0) await rejectRows(trx, batch.id, rejected)
}

export async function rejectRows(trx: Trx, batch: string, rows: { row: number; rejected: Note }[]): Promise<void> {
  const values = rows.map(({ row, rejected }) => ({ row, reason: rejected }))
  await sql`update landuse_row r set state = 'rejected', reason = v.reason
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v(row int, reason jsonb)
    where r.batch = ${batch} and r.row = v.row`.execute(trx)
}

async function keep({ trx, batch }: StageWork, taken: Taken[]): Promise<void> {
  const kept = taken.flatMap((one) => ('clue' in one ? [one] : []))
  const values = kept.map(({ row, clue, findings }) => ({
    id: newId(),
    row,
    number: `${batch.number}-${String(row).padStart(5, '0')}`,
    area_code: clue.areaCode?.startsWith(batch.area_code) ? clue.areaCode : batch.area_code,
    findings,
    ...clue,
  }))
  const list = JSON.stringify(values)
  await sql`insert into landuse_clue (id, batch, row, number, source_number, source, before_on, found_on, change_kind, predicted_class,
      note, stated_area, area_code, state, geom)
    select id, ${batch.id}, row, number, "sourceNumber", ${batch.source}, "beforeOn", "foundOn", "changeKind", "predictedClass", note,
      "statedArea", area_code, 'read', geom
    from jsonb_to_recordset(${list}::jsonb) as v(id uuid, row int, number text, "sourceNumber" text, "beforeOn" date, "foundOn" date,
      "changeKind" text, "predictedClass" text, note text, "statedArea" numeric, area_code text, geom geometry)`.execute(
    trx,
  )
  await sql`update landuse_row r set state = 'accepted', findings = v.findings
    from jsonb_to_recordset(${list}::jsonb) as v(row int, findings jsonb) where r.batch = ${batch.id} and r.row = v.row`.execute(
    trx,
  )
}
