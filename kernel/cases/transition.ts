import { sql } from 'kysely'
import { later } from '../db/packets.ts'
import { updateOf } from '../db/rows.ts'
import { type Problem, Refusal, refuseIf } from '../problems/problem.ts'
import { advance, isProblem } from '../process/advance.ts'
import type { Advance, ProcessEvent } from '../process/state.ts'
import { calendarFor } from './calendar.ts'
import { type ClockChange, clockAfter } from './clocks/start-clock.ts'
import type { NewEvent } from './history.ts'
import { indexSearchFields } from './lists/search-fields.ts'
import { closeChild, linkedWaits, openChild, parentOf, takeWait } from './other-cases.ts'
import { type HeldCase, holdCase } from './standing.ts'
import {
  type Additions,
  addTo,
  type FollowUp,
  noAdditions,
  together,
  writeAdditions,
  writeRemovals,
} from './store-advance.ts'
import type { CaseRow, TaskRow } from './tables.ts'
import { caseProblem } from './task-rules.ts'
import type { CaseWork } from './work.ts'
import { worldOf } from './world.ts'

/** Where a case stands after an act. `ended`: its result, when this act was the last. */
export type Moved = {
  caseId: string
  number: string
  revision: number
  created: TaskRow[]
  cancelled: string[]
  ended?: string
}

/** `data`: the case's data after the act. `refuse`: asked when it is known what would follow, before anything is written. */
export type Act = {
  entry: Omit<NewEvent, 'caseId'>
  data?: Record<string, unknown>
  refuse?: (answer: Advance) => Problem | undefined
}

/** Moves a held case by one event and writes everything that follows from it, in this case and in others. */
export async function transition(work: CaseWork, held: HeldCase, event: ProcessEvent, act: Act): Promise<Moved> {
  const { moved, follow } = await move(work, held, event, act)
  await followUp(work, follow)
  return moved
}

/** `transition` of many held cases, each named once: what they add is written together. All of them move, or none. */
export async function transitions(
  work: CaseWork,
  moves: { held: HeldCase; event: ProcessEvent; act: Act }[],
): Promise<Moved[]> {
  const stepped: Stepped[] = []
  for (const { held, event, act } of moves) stepped.push(await step(work, held, event, act))
  await writeAdditions(work, together(stepped.map(({ additions }) => additions)))
  await followUp(
    work,
    stepped.flatMap(({ follow }) => follow),
  )
  return stepped.map(({ moved }) => moved)
}

/** The one case, the history row first; and what it means for others. */
async function move(work: CaseWork, held: HeldCase, event: ProcessEvent, act: Act): Promise<Stepped> {
  const stepped = await step(work, held, event, act)
  await writeAdditions(work, stepped.additions)
  return stepped
}

/** `additions` are still to be written. */
type Stepped = { moved: Moved; follow: FollowUp[]; additions: Additions }

async function step(
  work: CaseWork,
  held: HeldCase,
  event: ProcessEvent,
  { entry, data: given = held.row.data, refuse }: Act,
): Promise<Stepped> {
  const { row, process } = held
  refuseUnlessRunning(row)
  const answer = advance(process, row.tokens, event, worldOf(process, row, given))
  if (isProblem(answer)) throw new Refusal(answer)
  refuseIf(refuse?.(answer))
  const data = answer.facts ? { ...given, ...answer.facts } : given
  const additions = noAdditions()
  additions.events.push({ caseId: row.id, ...entry })
  const at = { now: work.now, calendar: await calendarFor(work) }
  addTo(additions, { ...held, row: { ...row, data } }, answer, await actorsFor(work, row.id, answer), at)
  const clock = await clockAfter(work, held, event, answer)
  if (clock?.told) additions.events.push({ caseId: row.id, ...clock.told })
  const ended = await writeCase(work, row, answer, { data, ...clock?.change })
  await indexSearchFields(work, [{ row, before: row.data, after: data }])
  if (ended !== undefined) additions.events.push({ caseId: row.id, verb: 'end', detail: { result: ended } })
  const closing = await writeRemovals(work, row, answer)
  const cancelled = answer.cancelled.map(({ task }) => task)
  const moved = { caseId: row.id, number: row.number, revision: row.revision + 1, created: additions.tasks, cancelled }
  const follow = [...closing, ...additions.follow]
  if (ended === undefined) return { moved, follow, additions }
  const told = { kind: 'ended' as const, child: row.id, number: row.number, result: ended, facts: data }
  return { moved: { ...moved, ended }, follow: [...follow, told], additions }
}

/** What one case's act means for others, and what theirs mean, until nothing follows any more. */
export async function followUp(work: CaseWork, follow: FollowUp[]): Promise<void> {
  for (const queue = [...follow]; queue.length > 0; ) queue.push(...(await followOne(work, queue.shift()!)))
}

function followOne(work: CaseWork, one: FollowUp): Promise<FollowUp[]> {
  switch (one.kind) {
    case 'open':
      return openChild(work, one)
    case 'close':
      return closeChild(work, one)
    case 'ended':
      return continueParent(work, one)
    case 'throw':
      return deliver(work, one)
  }
}

/** Whoever waits for this child goes on; a suspended parent does when it is resumed. */
async function continueParent(
  work: CaseWork,
  { child, number, result, facts }: Extract<FollowUp, { kind: 'ended' }>,
): Promise<FollowUp[]> {
  const wait = await parentOf(work, child)
  if (!wait) return []
  const held = await holdCase(work, wait.case_id)
  if (held.row.state !== 'running' || !(await takeWait(work, wait))) return []
  const entry = { verb: 'childEnded', step: wait.step, detail: { child, number, result } }
  return (await move(work, held, { type: 'caseEnded', token: wait.token, result, facts }, { entry })).follow
}

/** A signal reaches the cases linked with the one that threw it, as far as they wait for it now. */
async function deliver(
  work: CaseWork,
  { from, number, event }: Extract<FollowUp, { kind: 'throw' }>,
): Promise<FollowUp[]> {
  const follow: FollowUp[] = []
  for (const wait of await linkedWaits(work, from, event)) {
    const held = await holdCase(work, wait.case_id)
    if (held.row.state !== 'running' || !(await takeWait(work, wait))) continue
    const entry = { verb: 'receive', step: wait.step, detail: { event, from: number } }
    follow.push(...(await move(work, held, { type: 'eventReceived', token: wait.token }, { entry })).follow)
  }
  return follow
}

export const refuseUnlessRunning = ({ state, number }: CaseRow): void => refuseIf(caseProblem(state, number))

/** A suspended case is not closed. */
export const refuseUnlessOpen = ({ state, number }: CaseRow): void =>
  refuseIf(state === 'suspended' ? undefined : caseProblem(state, number))

async function writeCase(
  work: CaseWork,
  row: CaseRow,
  { state }: Advance,
  { data, ...clock }: Pick<CaseRow, 'data'> & Partial<ClockChange>,
): Promise<string | undefined> {
  const ended = state.status === 'running' ? undefined : (state.result ?? '')
  const known = JSON.stringify(data)
  const changed = updateOf('case_', row.id, {
    tokens: JSON.stringify(state),
    // Most steps have no form, and leave what is known as it is.
    ...(known !== JSON.stringify(row.data) && { data: known }),
    ...clock,
    revision: row.revision + 1,
    ...(ended !== undefined && { state: 'ended' as const, result: ended, closed_at: work.now }),
  })
  await later(work.trx, changed)
  return ended
}

/** Whose the tasks were that new ones point back to: done by a stand-in, they come back to whom they stood in for. */
async function actorsFor(work: CaseWork, caseId: string, { created }: Advance): Promise<Map<string, string>> {
  const keys = created.flatMap(({ sameActorAs }) => sameActorAs ?? [])
  if (keys.length === 0) return new Map()
  const { rows } = await sql<{
    key: string
    done_by: string
  }>`select key, coalesce(on_behalf_of, done_by) as done_by from task
    where case_id = ${caseId} and key = any(${keys}::text[]) and done_by is not null`.execute(work.trx)
  return new Map(rows.map((row) => [row.key, row.done_by]))
}
