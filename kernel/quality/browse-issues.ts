import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { Box } from '../geometry/types.ts'
import type { Severity } from './rule.ts'
import type { StoredIssue } from './runs.ts'
import type { IssueState } from './tables.ts'

export type IssueFilter = { rule?: string; severity?: string; state?: string; field?: string; feature?: string }
export type IssueCount = { rule: string; severity: Severity; state: IssueState; count: number }

/** Where issues lie: one, or how many of them within some pixels, with the worst severity and one of their ids. */
export type IssueSpot = { x: number; y: number; count: number; severity: Severity; id: number }

/** No issue page of a map needs more spots; the rest is told by the numbers at a wider view. */
const MOST_SPOTS = 4_000

const columns = sql`i.id, i.rule, i.severity, i.features, i.field, i.value, i.measure, ST_X(i.at) as x, ST_Y(i.at) as y, i.state,
  i.settled_by as "settledBy", i.settled_at as "settledAt", i.reason, i.until`

type Row = Omit<StoredIssue, 'at'> & { x: number | null; y: number | null }
const withPlace = ({ x, y, ...row }: Row): StoredIssue => ({ ...row, at: x === null || y === null ? null : [x, y] })

/** One page of a run's issues, worst first, and how many pass the filter. Pages count from 1. */
export async function pageOfIssues(
  trx: Trx,
  run: string,
  filter: IssueFilter,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: StoredIssue[]; total: number }> {
  const where = conditions(run, filter)
  const { rows } = await sql<Row>`select ${columns} from quality_issue i where ${where}
    order by i.severity, i.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(trx)
  const total = await sql<{ total: number }>`select count(*)::int as total from quality_issue i where ${where}`.execute(
    trx,
  )
  return { rows: rows.map(withPlace), total: total.rows[0]!.total }
}

export async function issueOf(trx: Trx, id: number): Promise<(StoredIssue & { run: string }) | undefined> {
  const { rows } = await sql<
    Row & { run: string }
  >`select ${columns}, i.run from quality_issue i where i.id = ${id}`.execute(trx)
  const [row] = rows
  return row && { ...withPlace(row), run: row.run }
}

/** How many issues of each kind a run has, settled or not. */
export async function countIssues(trx: Trx, run: string): Promise<IssueCount[]> {
  const { rows } = await sql<IssueCount>`select rule, severity, state, count(*)::int as count from quality_issue
    where run = ${run} group by rule, severity, state order by severity, rule, state`.execute(trx)
  return rows
}

/** Issues within a box (metres, EPSG:4524), gathered in squares of `cell` metres; each alone where `cell` is 0. */
export async function spotsOf(
  trx: Trx,
  run: string,
  filter: IssueFilter,
  { box, cell }: { box: Box; cell: number },
): Promise<IssueSpot[]> {
  const within = sql`i.at && ST_MakeEnvelope(${box[0]}, ${box[1]}, ${box[2]}, ${box[3]}, 4524)`
  const square = cell > 0 ? sql`floor(ST_X(i.at) / ${cell}), floor(ST_Y(i.at) / ${cell})` : sql`i.id`
  const { rows } = await sql<IssueSpot>`select avg(ST_X(i.at)) as x, avg(ST_Y(i.at)) as y, count(*)::int as count,
      min(i.severity) as severity, min(i.id) as id
    from quality_issue i where ${conditions(run, filter)} and ${within} group by ${square}
    order by count desc limit ${MOST_SPOTS}`.execute(trx)
  return rows
}

function conditions(run: string, { rule, severity, state, field, feature }: IssueFilter): RawBuilder<unknown> {
  const equals = (column: string, value: string | undefined) =>
    value === undefined ? sql`true` : sql`${sql.ref(column)} = ${value}`
  return sql.join(
    [
      sql`i.run = ${run}`,
      equals('i.rule', rule),
      equals('i.severity', severity),
      equals('i.state', state),
      equals('i.field', field),
      feature === undefined ? sql`true` : sql`${feature} = any(i.features)`,
    ],
    sql` and `,
  )
}
