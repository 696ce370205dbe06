import { type RawBuilder, sql } from 'kysely'
import type { Lamp } from '../calendar/clock.ts'
import { invalid, Refusal } from '../problems/problem.ts'
import type { Title } from '../process/model.ts'
import type { CaseProcess } from './case-process.ts'
import { today } from './limits.ts'
import { isUserTask, processReader } from './publish-process.ts'
import type { TaskState } from './tables.ts'
import { actorOf, type CaseWork } from './work.ts'
import { type Box, conditions, lampSql, partsOf, type WorklistFilter } from './worklist-filter.ts'

export type WorklistItem = {
  id: string
  caseId: string
  number: string
  title: string
  business: string
  step: string
  stepTitle: Title
  areaCode: string
  areaName: string
  state: TaskState
  /** why it is here: flow, return, straightBack, withdraw, addSigner */
  reason: string
  /** null while it lies in a pool */
  assignee: { id: string; name: string } | null
  openedAt: Date
  doneAt: Date | null
  outcome: string | null
  /** the last day, «2026-12-01»; null without a limit */
  due: string | null
  lamp: Lamp
  revision: number
}

export type WorklistPage = { items: WorklistItem[]; next: string | null }

/** The most urgent first; of what is done, the latest first. A page begins behind `after`, the `next` of the page before. */
export type WorklistRequest = WorklistFilter & { box: Box; limit?: number; after?: string }

export async function worklist(work: CaseWork, request: WorklistRequest): Promise<WorklistPage> {
  const limit = Math.min(request.limit ?? 50, 200)
  const { rows } = await pageQuery(work, request, limit + 1).execute(work.trx)
  const processOf = processReader(work.trx)
  const items: WorklistItem[] = []
  for (const row of rows.slice(0, limit)) items.push(itemOf(await processOf(row.process, row.processVersion), row))
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items, next: last ? cursorOf(request.box, last) : null }
}

type Row = Omit<WorklistItem, 'stepTitle' | 'due'> & { due: string; process: string; processVersion: number }

/** Each part is cut to one page before the parts are merged: no part is read further than it can matter. */
function pageQuery(work: CaseWork, request: WorklistRequest, limit: number) {
  const day = today(work.now)
  const order = request.box === 'done' ? sql`t.done_at desc, t.id desc` : sql`t.due, t.id`
  const where = sql`${conditions(request, day)} and ${afterCursor(request)}`
  const parts = partsOf(request.box, actorOf(work)).map(
    (part) => sql`(select t.* from task t where ${part} and ${where} order by ${order} limit ${limit})`,
  )
  return sql<Row>`with t as (select * from (${sql.join(parts, sql` union all `)}) t order by ${order} limit ${limit})
    select t.id, t.case_id as "caseId", c.number, c.title, t.business, t.step,
      t.area_code as "areaCode", coalesce(a.name, t.area_code) as "areaName", t.state, t.reason, 
      case when p.id is null then null else jsonb_build_object('id', p.id, 'name', p.name) end as assignee,
      t.opened_at as "openedAt", t.done_at as "doneAt", t.outcome, t.due, ${lampSql(day)} as lamp, t.revision,
      c.process, c.process_version as "processVersion"
    from t join case_ c on c.id = t.case_id left join person p on p.id = t.assignee left join area a on a.code = t.area_code
    order by ${order}`
}

function itemOf({ steps }: CaseProcess, { process: _, processVersion, due, ...row }: Row): WorklistItem {
  const step = steps.filter(isUserTask).find(({ id }) => id === row.step)
  return { ...row, due: due === 'infinity' ? null : due, stepTitle: step?.title ?? { zh: row.step, en: row.step } }
}

const cursorOf = (box: Box, { due, doneAt, id }: Row): string => `${box === 'done' ? doneAt?.toISOString() : due}~${id}`

function afterCursor({ box, after }: WorklistRequest): RawBuilder<boolean> {
  if (after === undefined) return sql`true`
  const [place, id] = after.split('~')
  if (!place || !/^[0-9a-f-]{36}$/.test(id ?? '')) throw new Refusal(invalid('cases.worklist.bad-cursor', { after }))
  return box === 'done'
    ? sql`(t.done_at, t.id) < (${place}::timestamptz, ${id}::uuid)`
    : sql`(t.due, t.id) > (${place}::date, ${id}::uuid)`
}

export type BoxCount = { total: number; red: number; yellow: number; green: number; grey: number }

/** How many tasks of the box the filter leaves, by lamp. */
export async function countBox(work: CaseWork, box: Box, filter: WorklistFilter = {}): Promise<BoxCount> {
  const day = today(work.now)
  const where = conditions(filter, day)
  const parts = partsOf(box, actorOf(work)).map(
    (part) => sql`select ${lampSql(day)} as lamp, count(*) as n from task t where ${part} and ${where} group by 1`,
  )
  const { rows } = await sql<{ lamp: Lamp; n: number }>`select lamp, sum(n)::int as n
    from (${sql.join(parts, sql` union all `)}) parts group by lamp`.execute(work.trx)
  const of = (lamp: Lamp) => rows.find((row) => row.lamp === lamp)?.n ?? 0
  const [red, yellow, green, grey] = [of('red'), of('yellow'), of('green'), of('grey')]
  return { total: red + yellow + green + grey, red, yellow, green, grey }
}
