import { sql } from 'kysely'
import { toHex } from '../crypto/bytes.ts'
import { json } from '../db/database.ts'
import { takeNumbers } from '../documents/numbers.ts'
import { writeWkb } from '../geometry/codecs/wkb-write.ts'
import type { MultiPolygon } from '../geometry/types.ts'
import { newId } from '../identity/new-id.ts'
import { Refusal } from '../problems/problem.ts'
import { advance, isProblem } from '../process/advance.ts'
import { newState } from '../process/state.ts'
import { calendarFor } from './calendar.ts'
import type { CaseProcess } from './case-process.ts'
import { limitFrom, today } from './limits.ts'
import { indexSearchFields } from './lists/search-fields.ts'
import { formsOf } from './publish-process.ts'
import type { HeldCase } from './standing.ts'
import {
  type Additions,
  addTo,
  batches,
  type FollowUp,
  type Moment,
  noAdditions,
  writeAdditions,
} from './store-advance.ts'
import type { CaseRow, Limit, TaskRow } from './tables.ts'
import { type CaseWork, tablesOf } from './work.ts'
import { worldOf } from './world.ts'

/**
 * `scope`: EPSG:4524, metres. `data`: facts known at the start, by field name. `organisation`: whose case it is. `limitDays`:
 * working days promised for this case; without it those of the process. `taskId`: what its first task is called, where whoever
 * asks has worked on it under that name already (a phone without a network).
 */
export type NewCase = {
  title: string
  limitDays?: number
  areaCode: string
  organisation?: string | null
  scope?: MultiPolygon
  data?: Record<string, unknown>
  taskId?: string
}

export type OpenedCase = { id: string; number: string; tasks: TaskRow[] }

/** What was opened, and what it means for other cases. `openedBy`: in whose name, when not the acting person's. */
export async function openRows(
  work: CaseWork,
  process: CaseProcess,
  requests: NewCase[],
  openedBy = work.person?.id ?? null,
): Promise<{ opened: OpenedCase[]; follow: FollowUp[] }> {
  const forms = await formVersions(work, process)
  const ids = requests.map(() => newId())
  const numbers = await numbersFor(work, process, requests, ids)
  const calendar = await calendarFor(work)
  const rows = requests.map((request, i) => ({
    ...newRow(work, process, forms, request, ids[i]!, numbers[i]!),
    ...limitFrom(process.clock ? null : work.now, request.limitDays ?? process.limitDays, calendar),
    opened_by: openedBy,
  }))
  const additions = noAdditions()
  for (const row of rows) start(additions, { row, process }, { now: work.now, calendar })
  for (const [i, { taskId }] of requests.entries()) {
    const first = additions.tasks.find((task) => task.case_id === ids[i])
    if (taskId && first) first.id = taskId
  }
  await insertCases(work, rows, requests)
  await indexSearchFields(
    work,
    rows.map((row) => ({ row, before: {}, after: row.data })),
  )
  await writeAdditions(work, additions)
  const tasks = Map.groupBy(additions.tasks, (task) => task.case_id)
  const opened = rows.map(({ id, number }) => ({ id, number, tasks: tasks.get(id) ?? [] }))
  return { opened, follow: additions.follow }
}

/** Brings a new row to where it first waits, which may be its end. */
function start(additions: Additions, held: HeldCase, at: Moment): void {
  const { row, process } = held
  const answer = advance(process, newState(), { type: 'start' }, worldOf(process, row))
  if (isProblem(answer)) throw new Refusal(answer)
  const { id, number } = row
  row.tokens = answer.state
  row.data = { ...row.data, ...answer.facts }
  const detail = { number, process: process.key, version: process.version }
  additions.events.push({ caseId: id, verb: 'open', detail })
  addTo(additions, held, answer, new Map(), at)
  if (answer.state.status === 'running') return
  const result = answer.state.result ?? ''
  Object.assign(row, { state: 'ended', result, closed_at: at.now })
  additions.follow.push({ kind: 'ended', child: id, number, result, facts: row.data })
}

/** The versions of the forms of today stay with the case. */
export async function formVersions({ trx }: CaseWork, process: CaseProcess): Promise<Record<string, number>> {
  const { rows } = await sql<{ key: string; version: number }>`select key, max(version) as version from form_definition
    where key = any(${formsOf(process)}::text[]) group by key`.execute(trx)
  return Object.fromEntries(rows.map(({ key, version }) => [key, version]))
}

async function numbersFor(work: CaseWork, process: CaseProcess, requests: NewCase[], ids: string[]): Promise<string[]> {
  const year = Number(today(work.now).slice(0, 4))
  const numbers: string[] = []
  // One series where the pattern does not name the area; sorted, so that two batches lock several series in one order.
  const byArea = process.numbers.includes('{area}')
  const groups = Map.groupBy(requests.keys(), (i) => (byArea ? requests[i]!.areaCode : ''))
  for (const [area, members] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const subjects = members.map((i) => `case:${ids[i]}`)
    const taken = await takeNumbers(work.trx, process.numbers, { year, area }, subjects, work.now)
    for (const [at, i] of members.entries()) numbers[i] = taken[at]!
  }
  return numbers
}

function newRow(
  work: CaseWork,
  process: CaseProcess,
  forms: Record<string, number>,
  request: NewCase,
  id: string,
  number: string,
): Omit<CaseRow, keyof Limit> {
  return {
    id,
    number,
    business: process.business,
    process: process.key,
    process_version: process.version,
    forms,
    title: request.title,
    state: 'running',
    result: null,
    area_code: request.areaCode,
    organisation: request.organisation ?? null,
    handlers: [],
    data: request.data ?? {},
    tokens: newState(),
    revision: 0,
    opened_at: work.now,
    opened_by: work.person?.id ?? null,
    closed_at: null,
    clock_from: process.clock ? null : work.now,
    clock_by: null,
  }
}

async function insertCases(work: CaseWork, rows: CaseRow[], requests: NewCase[]): Promise<void> {
  const values = rows.map((row, i) => ({
    ...row,
    forms: json(row.forms),
    data: json(row.data),
    tokens: json(row.tokens),
    scope: scopeOf(requests[i]!),
  }))
  for (const some of batches(values)) await tablesOf(work).insertInto('case_').values(some).execute()
}

const scopeOf = ({ scope }: NewCase) => sql<Uint8Array | null>`${scope ? toHex(writeWkb(scope, 4524)) : null}::geometry`
