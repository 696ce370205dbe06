import { sql } from 'kysely'
import { toHex } from '../crypto/bytes.ts'
import { json } from '../db/database.ts'
import { takeNumbers } from '../documents/numbers.ts'
import { writeWkb } from '../geometry/codecs/wkb-write.ts'
import type { MultiPolygon } from '../geometry/types.ts'
import { newId } from '../identity/new-id.ts'
import { Refusal } from '../problems/problem.ts'
import { advance, isProblem } from '../process/advance.ts'
import { evaluateFeel } from '../process/feel.ts'
import { newState } from '../process/state.ts'
import { calendarFor } from './calendar.ts'
import type { CaseProcess } from './case-process.ts'
import { limitFrom, today } from './limits.ts'
import { formsOf, readProcess } from './publish-process.ts'
import { indexSearchFields } from './search-fields.ts'
import { addTo, batches, noAdditions, writeAdditions } from './store-advance.ts'
import type { CaseRow, Limit, TaskRow } from './tables.ts'
import { factsOf } from './transition.ts'
import { type CaseWork, tablesOf } from './work.ts'

/**
 * `scope`: EPSG:4524, metres. `data`: facts known at the start, by field name. `organisation`: whose case it is. `limitDays`:
 * working days promised for this case; without it those of the process.
 */
export type NewCase = {
  title: string
  limitDays?: number
  areaCode: string
  organisation?: string | null
  scope?: MultiPolygon
  data?: Record<string, unknown>
}

export type OpenedCase = { id: string; number: string; tasks: TaskRow[] }

/** 立案 on the newest version of the process. */
export async function openCase(work: CaseWork, process: string, request: NewCase): Promise<OpenedCase> {
  const [opened] = await openCases(work, process, [request])
  return opened!
}

/** Many at once, in the order asked for; numbers run in that order within year and area. */
export async function openCases(work: CaseWork, processKey: string, requests: NewCase[]): Promise<OpenedCase[]> {
  const process = await readProcess(work.trx, processKey)
  const forms = await formVersions(work, process)
  const ids = requests.map(() => newId())
  const numbers = await numbersFor(work, process, requests, ids)
  const calendar = await calendarFor(work)
  const rows = requests.map((request, i) => ({
    ...newRow(work, process, forms, request, ids[i]!, numbers[i]!),
    ...limitFrom(work.now, request.limitDays ?? process.limitDays, calendar),
  }))
  const additions = noAdditions()
  for (const row of rows) {
    const answer = advance(process, newState(), { type: 'start' }, { facts: factsOf(row), evaluate: evaluateFeel })
    if (isProblem(answer)) throw new Refusal(answer)
    row.tokens = answer.state
    additions.events.push({
      caseId: row.id,
      verb: 'open',
      detail: { number: row.number, process: process.key, version: process.version },
    })
    if (answer.state.status !== 'running')
      Object.assign(row, { state: 'ended', result: answer.state.result ?? '', closed_at: work.now })
    addTo(additions, { row, process }, answer, new Map(), { now: work.now, calendar })
  }
  await insertCases(work, rows, requests)
  await indexSearchFields(
    work,
    rows.map((row) => ({ row, before: {}, after: row.data })),
  )
  await writeAdditions(work, additions)
  const tasks = Map.groupBy(additions.tasks, (task) => task.case_id)
  return rows.map(({ id, number }) => ({ id, number, tasks: tasks.get(id) ?? [] }))
}

/** The versions of the forms of today stay with the case. */
async function formVersions({ trx }: CaseWork, process: CaseProcess): Promise<Record<string, number>> {
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
    data: request.data ?? {},
    tokens: newState(),
    revision: 0,
    opened_at: work.now,
    opened_by: work.person?.id ?? null,
    closed_at: null,
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
