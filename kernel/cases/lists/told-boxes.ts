import { type RawBuilder, sql } from 'kysely'
import type { Lamp } from '../../calendar/clock.ts'
import type { ProcessState } from '../../process/state.ts'
import { today } from '../limits.ts'
import { processReader } from '../publish-process.ts'
import type { CaseState } from '../tables.ts'
import { actorOf, type CaseWork } from '../work.ts'
import { conditions, lampSql, type WorklistFilter } from './worklist-filter.ts'
import { type Named, type Note, placeOf, type WorklistItem, type WorklistPage } from './worklist-item.ts'

export type ToldBox = 'circulated' | 'supervised'
type Request = WorklistFilter & { box: ToldBox; limit: number; after?: string }

/** 传阅: what one was shown, the latest first. 督办: running supervisions one has ordered or works under, the soonest first. */
export async function toldPage(work: CaseWork, { box, limit, after, ...filter }: Request): Promise<WorklistPage> {
  const day = today(work.now)
  const order = box === 'circulated' ? sql`t.opened_at desc, t.id desc` : sql`t.until, t.id`
  const { rows } =
    await sql<Row>`select t.id, t.case_id as "caseId", t.number, t.title, t.business, t.case_state as state,
      t.area_code as "areaCode", coalesce(a.name, t.area_code) as "areaName", t.organisation, t.opened_at as "openedAt",
      t.due, ${lampSql(day)} as lamp, t.tokens, t.process, t.process_version as "processVersion", t.revision,
      jsonb_build_object('id', p.id, 'name', p.name) as by, t.text, t.until, t.read_at as "readAt", t.answer,
      t.answered_at as "answeredAt"
    from ${toldTo(work, box)} t join person p on p.id = t.by left join area a on a.code = t.area_code
    where ${conditions(filter, day)} and ${afterCursor(box, after)} order by ${order} limit ${limit + 1}`.execute(
      work.trx,
    )
  const processOf = processReader(work.trx)
  const items: WorklistItem[] = []
  for (const row of rows.slice(0, limit)) {
    const { steps } = await processOf(row.process, row.processVersion)
    items.push(itemOf(box, row, (step) => steps.find(({ id }) => id === step)?.title ?? null))
  }
  const last = rows.length > limit ? rows[limit - 1] : undefined
  if (!last) return { items, next: null }
  return { items, next: `${box === 'circulated' ? last.openedAt.toISOString() : last.until}~${last.id}` }
}

type Row = Omit<Note, 'by'> &
  Omit<WorklistItem, 'note' | 'taskId' | 'step' | 'stepTitle' | 'reason' | 'assignee' | 'onBehalfOf' | 'due'> & {
    by: Named
    state: CaseState
    due: string
    lamp: Lamp
    tokens: ProcessState
    process: string
    processVersion: number
  }

function itemOf(box: ToldBox, row: Row, titleOf: (step: string) => WorklistItem['stepTitle']): WorklistItem {
  const { tokens, process: _, processVersion: __, by, text, until, readAt, answer, answeredAt, due, ...rest } = row
  const step = tokens.tokens[0]?.step ?? null
  return {
    ...rest,
    taskId: null,
    step,
    stepTitle: step === null ? null : titleOf(step),
    reason: box,
    assignee: null,
    onBehalfOf: null,
    doneAt: readAt,
    outcome: null,
    due: due === 'infinity' ? null : due,
    note: { by, text, until, readAt, answer, answeredAt },
  }
}

/** Columns of a task where the filters look for them; a case's clock runs while it is `open`. */
const CASE_COLUMNS = sql`c.number, c.title, c.business, c.area_code, c.organisation, c.due, c.warn_from, c.tokens, c.process,
  c.process_version, c.revision, c.state as case_state, case c.state when 'running' then 'open' else 'done' end as state,
  c.tokens -> 'tokens' -> 0 ->> 'step' as step`

/** How many wait for the reader: circulations not yet read, or running supervisions. */
export async function countTold(work: CaseWork, box: ToldBox, filter: WorklistFilter): Promise<number> {
  const waiting = box === 'circulated' ? sql`t.read_at is null` : sql`true`
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${toldTo(work, box)} t
    where ${waiting} and ${conditions(filter, today(work.now))}`.execute(work.trx)
  return rows[0]!.n
}

function toldTo(work: CaseWork, box: ToldBox): RawBuilder<unknown> {
  const me = actorOf(work).id
  return box === 'circulated'
    ? sql`(select k.id, k.case_id, k.by, k.at as opened_at, k.text, null::date as until, k.read_at, k.answer, k.answered_at,
        ${CASE_COLUMNS} from circulation k join case_ c on c.id = k.case_id where k.person = ${me})`
    : sql`(select s.id, s.case_id, s.by, s.at as opened_at, s.text, s.until, null::timestamptz as read_at, s.answer, s.answered_at,
        ${CASE_COLUMNS} from supervision s join case_ c on c.id = s.case_id where s.ended_at is null and (s.by = ${me}
          or exists (select from task w where w.case_id = s.case_id and (w.assignee = ${me} or w.done_by = ${me}))))`
}

function afterCursor(box: ToldBox, after: string | undefined): RawBuilder<boolean> {
  if (after === undefined) return sql`true`
  const [place, id] = placeOf(after)
  return box === 'circulated'
    ? sql`(t.opened_at, t.id) < (${place}::timestamptz, ${id}::uuid)`
    : sql`(t.until, t.id) > (${place}::date, ${id}::uuid)`
}
