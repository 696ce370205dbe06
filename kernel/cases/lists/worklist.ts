import { type RawBuilder, sql } from 'kysely'
import type { CaseProcess } from '../case-process.ts'
import { today } from '../limits.ts'
import { processReader } from '../publish-process.ts'
import { onBehalfOf } from '../stand-in.ts'
import { actorOf, type CaseWork } from '../work.ts'
import { caseSays, saying } from './said.ts'
import { toldPage } from './told-boxes.ts'
import {
  allOf,
  type Box,
  conditions,
  isTold,
  lampSql,
  partsOf,
  type TaskBox,
  type Untexted,
  type WorklistFilter,
} from './worklist-filter.ts'
import { type Named, named, placeOf, type WorklistItem, type WorklistPage } from './worklist-item.ts'

/** The most urgent first; of what is done or circulated, the latest first. A page begins behind `after`, the `next` of the page before. */
export type WorklistRequest = WorklistFilter & { box: Box; limit?: number; after?: string }

export async function worklist(work: CaseWork, { box, ...request }: WorklistRequest): Promise<WorklistPage> {
  const limit = Math.min(request.limit ?? 50, 200)
  if (isTold(box)) return toldPage(work, { ...request, box, limit })
  const rows = await rowsOf(work, { ...request, box }, limit + 1)
  const processOf = processReader(work.trx)
  const items: WorklistItem[] = []
  for (const row of rows.slice(0, limit))
    items.push(itemOf(work, await processOf(row.process, row.processVersion), row))
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items, next: last ? cursorOf(box, last) : null }
}

type Row = Omit<WorklistItem, 'stepTitle' | 'due' | 'note' | 'taskId' | 'step' | 'onBehalfOf'> & {
  step: string
  due: string
  role: string
  process: string
  processVersion: number
  heldFor: Named | null
}
type TaskRequest = WorklistFilter & { box: TaskBox; after?: string }

async function rowsOf(work: CaseWork, request: TaskRequest, limit: number): Promise<Row[]> {
  const { text, ...others } = request
  if (!text) return rowsFrom(work, request, parts(work, others, limit), limit)
  const front = await frontOf(work, others, text)
  if (front.looked < FRONT || front.found.length >= limit) return rowsFrom(work, request, ofIds(front.found), limit)
  return rowsFrom(work, request, parts(work, others, limit, await saying(work, 't.case_id', text)), limit)
}

/** Tasks at the front of the list that are asked for their text, one by one, first. */
const FRONT = 2000

/**
 * What many cases say, a page of those at the front says, and the index of characters would bring them all; what few say, the
 * front does not, and the index finds them.
 */
async function frontOf(
  work: CaseWork,
  request: Untexted<TaskRequest>,
  text: string,
): Promise<{ looked: number; found: string[] }> {
  const { rows } = await sql<{ looked: number; found: string[] }>`with front as materialized (select id, case_id
      from (${parts(work, request, FRONT)}) t order by ${orderOf(request)} limit ${FRONT})
    select (select count(*)::int from front) as looked,
      array(select id from front where ${caseSays('front.case_id', text)}) as found`.execute(work.trx)
  return rows[0]!
}

const ofIds = (ids: string[]) => sql`select id, due, done_at from task where id = any(${ids}::uuid[])`

const orderOf = ({ box }: Pick<TaskRequest, 'box'>) =>
  box === 'done' ? sql`t.done_at desc, t.id desc` : sql`t.due, t.id`

/** Each part is cut to `limit` before the parts are merged: no part is read further than it can matter, and only its index is. */
function parts(
  work: CaseWork,
  request: Untexted<TaskRequest>,
  limit: number,
  also?: RawBuilder<boolean>,
): RawBuilder<unknown> {
  const { box } = request
  const runs = box === 'todo' || box === 'doing'
  const where = allOf([conditions(request, today(work.now), runs), afterCursor(request), also])
  const place = box === 'done' ? sql`t.done_at` : sql`t.due`
  const all = partsOf(box, actorOf(work)).map(
    (part) =>
      sql`(select t.id, t.case_id, ${place} from task t where ${part} and ${where} order by ${orderOf(request)} limit ${limit})`,
  )
  return sql.join(all, sql` union all `)
}

async function rowsFrom(
  work: CaseWork,
  request: TaskRequest,
  from: RawBuilder<unknown>,
  limit: number,
): Promise<Row[]> {
  const order = orderOf(request)
  const { rows } =
    await sql<Row>`with page as materialized (select id from (${from}) t order by ${order} limit ${limit})
    select t.id, t.case_id as "caseId", c.number, c.title, t.business, t.step, t.item, t.role,
      t.area_code as "areaCode", coalesce(a.name, t.area_code) as "areaName", t.organisation, t.state, t.reason,
      ${named('p')} as assignee, ${named('b')} as "heldFor",
      t.opened_at as "openedAt", t.done_at as "doneAt", t.outcome, t.due, ${lampSql(today(work.now))} as lamp, t.revision,
      c.process, c.process_version as "processVersion"
    from page join task t on t.id = page.id join case_ c on c.id = t.case_id left join person p on p.id = t.assignee
    left join person b on b.id = t.on_behalf_of left join area a on a.code = t.area_code
    order by ${order}`.execute(work.trx)
  return rows
}

function itemOf(work: CaseWork, { steps }: CaseProcess, row: Row): WorklistItem {
  const { process: _, processVersion: __, role, heldFor, due, ...rest } = row
  const { step, business, areaCode, organisation } = rest
  const place = { assignee: rest.assignee?.id ?? null, role, business, area_code: areaCode, organisation }
  return {
    ...rest,
    taskId: rest.id,
    due: due === 'infinity' ? null : due,
    stepTitle: steps.find(({ id }) => id === step)?.title ?? { zh: step, en: step },
    onBehalfOf: heldFor ?? (rest.state === 'done' ? null : (onBehalfOf(actorOf(work), place) ?? null)),
    note: null,
  }
}

const cursorOf = (box: Box, { due, doneAt, id }: Row): string => `${box === 'done' ? doneAt?.toISOString() : due}~${id}`

function afterCursor({ box, after }: Untexted<TaskRequest>): RawBuilder<boolean> | undefined {
  if (after === undefined) return undefined
  const [place, id] = placeOf(after)
  return box === 'done'
    ? sql`(t.done_at, t.id) < (${place}::timestamptz, ${id}::uuid)`
    : sql`(t.due, t.id) > (${place}::date, ${id}::uuid)`
}
