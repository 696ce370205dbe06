import { sql } from 'kysely'
import { json, type Trx } from '../../../kernel/db/database.ts'
import { toHex } from '../../../kernel/layers/rows.ts'
import type { ChangeSetState } from '../../../kernel/layers/tables.ts'
import { notFound, type Problem, Refusal } from '../../../kernel/problems/problem.ts'
import type { Levelling } from './levelling.ts'
import type { ResultDraft } from './rules/draft-result.ts'
import type { ResultNote } from './rules/patches.ts'

type ResultCase = { id: string; number: string; areaCode: string; business: string }

export type ResultSet = {
  id: string
  title: string
  state: ChangeSetState
  madeBy: string
  madeAt: Date
  appliedAt: Date | null
  reason: string | null
  notes: ResultNote[]
  problems: Problem[]
  levelling: Levelling[]
  revertedBy: string | null
  cases: ResultCase[]
}

const COLUMNS = sql`s.id, s.title, s.state, p.name as "madeBy", r.made_at as "madeAt", s.applied_at as "appliedAt", s.reason, r.notes, r.problems,
  r.levelling, r.reverted_by as "revertedBy",
  (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'areaCode', c.area_code, 'business', c.business) order by c.number), '[]')
    from landuse_result_case l join case_ c on c.id = l.case_id where l.change_set = s.id) as cases`

export async function readResultSet(trx: Trx, id: string): Promise<ResultSet> {
  const { rows } = await sql<ResultSet>`select ${COLUMNS} from landuse_result r join change_set s on s.id = r.change_set
    join person p on p.id = r.made_by where s.id = ${id}`.execute(trx)
  if (!rows[0]) throw new Refusal(notFound('landuse.result.unknown', { changeSet: id }))
  return rows[0]
}

/** Newest first. */
export async function listResultSets(trx: Trx, state?: ChangeSetState): Promise<ResultSet[]> {
  const { rows } = await sql<ResultSet>`select ${COLUMNS} from landuse_result r join change_set s on s.id = r.change_set
    join person p on p.id = r.made_by where ${state ?? null}::text is null or s.state = ${state ?? null} order by r.made_at desc, s.id desc limit 200`.execute(
    trx,
  )
  return rows
}

/** The prefix all areas of a set have in common: where a right to it is needed. */
function areaOf(cases: readonly Pick<ResultCase, 'areaCode'>[]): string {
  const [first = '', ...rest] = cases.map(({ areaCode }) => areaCode)
  let length = first.length
  for (const other of rest) while (!other.startsWith(first.slice(0, length))) length--
  return first.slice(0, length)
}

/** The scope of a set; one that spans areas needs a right over all of them. */
export const scopeOfSet = ({ cases }: Pick<ResultSet, 'cases'>) => ({ area: areaOf(cases), business: 'landuse' })

type Kept = {
  notes: ResultNote[]
  problems: Problem[]
  levelling: Levelling[]
  caseIds: readonly string[]
  by: string
  now: Date
}

export async function keepResult(
  trx: Trx,
  changeSet: string,
  { notes, problems, levelling, caseIds, by, now }: Kept,
): Promise<void> {
  await sql`insert into landuse_result (change_set, notes, problems, levelling, made_by, made_at)
    values (${changeSet}, ${json(notes)}, ${json(problems)}, ${json(levelling)}, ${by}, ${now})`.execute(trx)
  await sql`insert into landuse_result_case (change_set, case_id) select ${changeSet}, id from unnest(${[...caseIds]}::uuid[]) id`.execute(
    trx,
  )
}

/** `createdIds`: feature ids of the new patches in their order. */
export async function keepProcess(
  trx: Trx,
  changeSet: string,
  draft: ResultDraft,
  createdIds: readonly number[],
): Promise<void> {
  const rows = draft.process.map(({ before, after, geometry, area, attributes }, i) => ({
    ...{ ordinal: i + 1, before, after: createdIds[after], area, attributes, geom: toHex(geometry, 4524) },
  }))
  for (let start = 0; start < rows.length; start += 500) {
    await sql`insert into landuse_update_process (change_set, ordinal, before_feature, after_feature, attributes, area, geom)
      select ${changeSet}, ordinal, before, after, attributes, area, geom
      from jsonb_to_recordset(${JSON.stringify(rows.slice(start, start + 500))}::jsonb)
        v(ordinal int, before bigint, after bigint, attributes jsonb, area numeric, geom geometry)`.execute(trx)
  }
}
