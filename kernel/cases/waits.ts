import type { FormValues } from '../forms/definition.ts'
import { conflict, Refusal } from '../problems/problem.ts'
import type { NewEvent } from './history.ts'
import { holdCase } from './standing.ts'
import { type Moved, transition } from './transition.ts'
import { type CaseWork, tablesOf } from './work.ts'

/**
 * A job's answer, with the facts it found. A second answer for the same token is refused with
 * `process.wait.over`: a job that runs again after a crash takes that as done.
 */
export async function serviceDone(
  work: CaseWork,
  caseId: string,
  token: string,
  facts: FormValues = {},
): Promise<Moved> {
  const held = await holdCase(work, caseId)
  const data = { ...held.row.data, ...facts }
  return transition(
    work,
    held,
    { type: 'serviceDone', token },
    { entry: entryOf(held.row.tokens.tokens, token, 'serviceDone'), data },
  )
}

/** The job has given up. Without a transition for that, the case waits for `retryService`. */
export async function serviceFailed(work: CaseWork, caseId: string, token: string, reason: string): Promise<Moved> {
  const held = await holdCase(work, caseId)
  const entry = entryOf(held.row.tokens.tokens, token, 'serviceFailed', { reason })
  return transition(work, held, { type: 'serviceFailed', token, reason }, { entry })
}

export async function retryService(work: CaseWork, caseId: string, token: string): Promise<Moved> {
  const held = await holdCase(work, caseId)
  return transition(
    work,
    held,
    { type: 'retryService', token },
    { entry: entryOf(held.row.tokens.tokens, token, 'retryService') },
  )
}

/** A message from outside. Only one who waits for it takes it: otherwise it is refused, and the sender keeps it. */
export async function receiveEvent(
  work: CaseWork,
  caseId: string,
  event: string,
  facts: FormValues = {},
): Promise<Moved> {
  const held = await holdCase(work, caseId)
  const tables = tablesOf(work)
  const wait = await tables
    .deleteFrom('case_wait')
    .where('case_id', '=', caseId)
    .where('event', '=', event)
    .returning(['token', 'step'])
    .executeTakeFirst()
  if (!wait) throw new Refusal(conflict('cases.event.not-awaited', { number: held.row.number, event }))
  const entry = { verb: 'receive', step: wait.step, detail: { event } }
  const data = { ...held.row.data, ...facts }
  return transition(work, held, { type: 'eventReceived', token: wait.token }, { entry, data })
}

/** Fires once: undefined when another server has fired it, or it is no longer waited for. */
export async function fireTimer(work: CaseWork, caseId: string, token: string): Promise<Moved | undefined> {
  const held = await holdCase(work, caseId)
  if (held.row.state !== 'running') return undefined
  const wait = await tablesOf(work)
    .deleteFrom('case_wait')
    .where('case_id', '=', caseId)
    .where('token', '=', token)
    .where('due_at', '<=', work.now)
    .returning('step')
    .executeTakeFirst()
  if (!wait) return undefined
  return transition(work, held, { type: 'timerFired', token }, { entry: { verb: 'timer', step: wait.step } })
}

function entryOf(
  tokens: { id: string; step: string }[],
  token: string,
  verb: string,
  detail?: Record<string, unknown>,
): Omit<NewEvent, 'caseId'> {
  return { verb, step: tokens.find(({ id }) => id === token)?.step, detail: { ...detail, token } }
}
