import { type RawBuilder, sql } from 'kysely'
import type { CaseProcess } from '../case-process.ts'
import { today } from '../limits.ts'
import { processReader } from '../publish-process.ts'
import { onBehalfOf } from '../stand-in.ts'
import { actorOf, type CaseWork } from '../work.ts'
import { toldPage } from './told-boxes.ts'
import { type Box, conditions, lampSql, partsOf, type TaskBox, type WorklistFilter } from './worklist-filter.ts'
import { type Named, named, placeOf, type WorklistItem, type WorklistPage } from './worklist-item.ts'

/** The most urgent first; of what is done or circulated, the latest first. A page begins behind `after`, the `next` of the page before. */
export type WorklistRequest = WorklistFilter & { box: Box; limit?: number; after?: string }

export async function worklist(work: CaseWork, { box, ...request }: WorklistRequest): Promise<WorklistPage> {
  const limit = Math.min(request.limit ?? 50, 200)
  if (box === 'circulated' || box === 'supervised') return toldPage(work, { ...request, box, limit })
  const { rows } = await pageQuery(work, { ...request, box }, limit + 1).execute(work.trx)
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

/** Each part is cut to one page before the parts are merged: no part is read further than it can matter. */
function pageQuery(work: CaseWork, request: TaskRequest, limit: number) {
  const day = today(work.now)
  const order = request.box === 'done' ? sql`t.done_at desc, t.id desc` : sql`t.due, t.id`
  const where = sql`${conditions(request, day)} and ${afterCursor(request)}`
  const parts = partsOf(request.box, actorOf(work)).map(
    (part) => sql`(select t.* from task t where ${part} and ${where} order by ${order} limit ${limit})`,
  )
  return sql<Row>`with t as (select * from (${sql.join(parts, sql` union all `)}) t order by ${order} limit ${limit})
    select t.id, t.case_id as "caseId", c.number, c.title, t.business, t.step, t.role,
      t.area_code as "areaCode", coalesce(a.name, t.area_code) as "areaName", t.organisation, t.state, t.reason,
      ${named('p')} as assignee, ${named('b')} as "heldFor",
      t.opened_at as "openedAt", t.done_at as "doneAt", t.outcome, t.due, ${lampSql(day)} as lamp, t.revision,
      c.process, c.process_version as "processVersion"
    from t join case_ c on c.id = t.case_id left join person p on p.id = t.assignee
    left join person b on b.id = t.on_behalf_of left join area a on a.code = t.area_code
    order by ${order}`
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

function afterCursor({ box, after }: TaskRequest): RawBuilder<boolean> {
  if (after === undefined) return sql`true`
  const [place, id] = placeOf(after)
  return box === 'done'
    ? sql`(t.done_at, t.id) < (${place}::timestamptz, ${id}::uuid)`
    : sql`(t.due, t.id) > (${place}::date, ${id}::uuid)`
}
