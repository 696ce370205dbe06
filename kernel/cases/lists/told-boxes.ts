import { type RawBuilder, sql } from 'kysely'
import type { Lamp } from '../../calendar/clock.ts'
import type { ProcessState } from '../../process/state.ts'
import { today } from '../limits.ts'
import { processReader } from '../publish-process.ts'
import { coveredBy, rightsTo } from '../rights-filter.ts'
import type { CaseState, Limit } from '../tables.ts'
import { limitWith } from '../verbs/extend.ts'
import { actorOf, type CaseWork } from '../work.ts'
import { saying } from './said.ts'
import { allOf, conditions, lampSql, type ToldBox, type WorklistFilter } from './worklist-filter.ts'
import { type Named, type Note, placeOf, type WorklistItem, type WorklistPage } from './worklist-item.ts'

type Request = WorklistFilter & { box: ToldBox; limit: number; after?: string }

/**
 * 传阅: what one was shown, the latest first. 督办: running supervisions one has ordered or works under, the soonest first.
 * 延期: requests one may decide, those whose last day comes first.
 */
export async function toldPage(work: CaseWork, { box, limit, after, text, ...filter }: Request): Promise<WorklistPage> {
  const day = today(work.now)
  const where = allOf([conditions(filter, day), await saying(work, 't.case_id', text), afterCursor(box, after)])
  const { rows } =
    await sql<Row>`select t.id, t.case_id as "caseId", t.number, t.title, t.business, t.case_state as state,
      t.area_code as "areaCode", coalesce(a.name, t.area_code) as "areaName", t.organisation, t.opened_at as "openedAt",
      t.due, ${lampSql(day)} as lamp, t.tokens, t.process, t.process_version as "processVersion", t.revision,
      jsonb_build_object('id', p.id, 'name', p.name) as by, t.text, t.until, t.read_at as "readAt", t.answer,
      t.answered_at as "answeredAt", t.days, t.clock_from, t.limit_days
    from ${toldTo(work, box)} t join person p on p.id = t.by left join area a on a.code = t.area_code
    where ${where} order by ${ORDER[box]} limit ${limit + 1}`.execute(work.trx)
  const processOf = processReader(work.trx)
  const items: WorklistItem[] = []
  for (const row of rows.slice(0, limit)) {
    const { steps } = await processOf(row.process, row.processVersion)
    items.push(itemOf(box, row, (step) => steps.find(({ id }) => id === step)?.title ?? null, await dueThen(work, row)))
  }
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items, next: last ? `${placeIn(box, last)}~${last.id}` : null }
}

const ORDER: Record<ToldBox, RawBuilder<unknown>> = {
  circulated: sql`t.opened_at desc, t.id desc`,
  supervised: sql`t.until, t.id`,
  extensions: sql`t.due, t.id`,
}

/** What a page is ordered by, of its last row. */
const placeIn = (box: ToldBox, { openedAt, until, due }: Row): string =>
  ({ circulated: openedAt.toISOString(), supervised: until ?? '', extensions: due })[box]

type Row = Omit<Note, 'by' | 'dueThen'> &
  Omit<WorklistItem, 'note' | 'taskId' | 'step' | 'stepTitle' | 'item' | 'reason' | 'assignee' | 'onBehalfOf' | 'due'> &
  Pick<Limit, 'limit_days'> & {
    by: Named
    state: CaseState
    due: string
    lamp: Lamp
    tokens: ProcessState
    process: string
    processVersion: number
    clock_from: Date | null
  }

async function dueThen(work: CaseWork, { caseId, days, clock_from, limit_days }: Row): Promise<string | null> {
  if (days === null || limit_days === null) return null
  const { due } = await limitWith(work, caseId, { from: clock_from, limitDays: limit_days + days })
  return due === 'infinity' ? null : due
}

function itemOf(
  box: ToldBox,
  row: Row,
  titleOf: (step: string) => WorklistItem['stepTitle'],
  dueThen: string | null,
): WorklistItem {
  const { tokens, process: _, processVersion: __, clock_from: ___, limit_days: ____, ...shown } = row
  const { by, text, until, readAt, answer, answeredAt, days, due, ...rest } = shown
  const step = tokens.tokens[0]?.step ?? null
  return {
    ...rest,
    taskId: null,
    step,
    item: null,
    stepTitle: step === null ? null : titleOf(step),
    reason: box,
    assignee: null,
    onBehalfOf: null,
    doneAt: readAt,
    outcome: null,
    due: due === 'infinity' ? null : due,
    note: { by, text, until, readAt, answer, answeredAt, days, dueThen },
  }
}

/** Columns of a task where the filters look for them; a case's clock runs while it is `open`. */
const CASE_COLUMNS = sql`c.number, c.title, c.business, c.area_code, c.organisation, c.due, c.warn_from, c.tokens, c.process,
  c.process_version, c.revision, c.clock_from, c.limit_days, c.state as case_state,
  case c.state when 'running' then 'open' else 'done' end as state, c.tokens -> 'tokens' -> 0 ->> 'step' as step`

/** How many wait for the reader: circulations not yet read, running supervisions, or requests to decide. */
export async function countTold(work: CaseWork, box: ToldBox, { text, ...filter }: WorklistFilter): Promise<number> {
  const waiting = box === 'circulated' ? sql<boolean>`t.read_at is null` : undefined
  const where = allOf([waiting, conditions(filter, today(work.now)), await saying(work, 't.case_id', text)])
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${toldTo(work, box)} t
    where ${where}`.execute(work.trx)
  return rows[0]!.n
}

const NO_ANSWER = sql`null::timestamptz as read_at, null::text as answer, null::timestamptz as answered_at`

function toldTo(work: CaseWork, box: ToldBox): RawBuilder<unknown> {
  const person = actorOf(work)
  const me = person.id
  switch (box) {
    case 'circulated':
      return sql`(select k.id, k.case_id, k.by, k.at as opened_at, k.text, null::date as until, k.read_at, k.answer, k.answered_at,
        null::int as days, ${CASE_COLUMNS} from circulation k join case_ c on c.id = k.case_id where k.person = ${me})`
    case 'supervised':
      return sql`(select s.id, s.case_id, s.by, s.at as opened_at, s.text, s.until, null::timestamptz as read_at, s.answer, s.answered_at,
        null::int as days, ${CASE_COLUMNS} from supervision s join case_ c on c.id = s.case_id where s.ended_at is null and (s.by = ${me}
          or exists (select from task w where w.case_id = s.case_id and (w.assignee = ${me} or w.done_by = ${me}))))`
    case 'extensions':
      // Nobody decides on what they have asked for; of a closed case there is nothing left to decide.
      return sql`(select x.id, x.case_id, x.asked_by as by, x.asked_at as opened_at, x.reason as text, null::date as until, ${NO_ANSWER},
        x.days, ${CASE_COLUMNS} from limit_extension x join case_ c on c.id = x.case_id where x.decided_at is null
          and x.asked_by <> ${me} and c.state in ('running', 'suspended') and ${coveredBy(rightsTo(person, DECIDE), 'c')})`
  }
}

const DECIDE = 'casework.case.decideExtension'

function afterCursor(box: ToldBox, after: string | undefined): RawBuilder<boolean> {
  if (after === undefined) return sql`true`
  const [place, id] = placeOf(after)
  switch (box) {
    case 'circulated':
      return sql`(t.opened_at, t.id) < (${place}::timestamptz, ${id}::uuid)`
    case 'supervised':
      return sql`(t.until, t.id) > (${place}::date, ${id}::uuid)`
    case 'extensions':
      return sql`(t.due, t.id) > (${place}::date, ${id}::uuid)`
  }
}
