import type { Problem } from '../../../../kernel/problems/problem.ts'
import type { Kind } from '../../../../modules/fieldwork/schema.ts'
import { call } from '../../../ui/api.ts'
import { asProblem } from '../../../ui/problem.ts'
import { appendOperation } from '../../store/append-operation.ts'
import type { ListedTask } from '../rules/listed-task.ts'
import type { TaskActName } from '../rules/task-acts.ts'

/** What became of each: done, refused with the reason, or asked for and still to be decided by the server. */
export type Outcome = { done: string[]; refused: { task: string; problem: Problem }[]; requested: string[] }

type Ask = { act: TaskActName; tasks: readonly ListedTask[]; reason: string }

/** Handing in goes by the chain of this phone alone, after all that was done for the task. */
const VERBS: Record<Exclude<TaskActName, 'handIn'>, string> = {
  claim: 'fieldwork.task.claimMany',
  force: 'fieldwork.task.forceClaim',
  return: 'fieldwork.task.return',
  noSurvey: 'fieldwork.task.markNoSurvey',
  surveyAfterAll: 'fieldwork.task.clearNoSurvey',
  withdraw: 'fieldwork.task.withdraw',
  delete: 'fieldwork.task.delete',
}

/** Those that can be asked for without a network (protocol rule 6). */
const REQUESTS: Partial<Record<TaskActName, Kind>> = {
  handIn: 'task.submit',
  claim: 'task.claim',
  return: 'task.return',
  noSurvey: 'task.noSurvey',
  surveyAfterAll: 'task.noSurvey',
  withdraw: 'task.withdraw',
}

/** As many as one request may name. */
const AT_ONCE = 500

/**
 * Does something with tasks: at once where the server can be reached, else as requests in the chain of this phone. What still
 * has work to be sent goes by the chain too, so that the work arrives before the command. Throws ProblemError.
 */
export async function command(person: string, { act, tasks, reason }: Ask): Promise<Outcome> {
  const outcome: Outcome = { done: [], refused: [], requested: [] }
  const kind = REQUESTS[act]
  const behind = kind ? tasks.filter(({ local }) => act === 'handIn' || local.unsent > 0) : []
  const direct = tasks.filter((task) => !behind.includes(task))
  for (let from = 0; from < direct.length; from += AT_ONCE) {
    const some = direct.slice(from, from + AT_ONCE)
    try {
      add(outcome, await now(act as Direct, some, reason))
    } catch (error) {
      if (!kind || asProblem(error).status !== 0) throw error
      behind.push(...direct.slice(from))
      break
    }
  }
  for (const { id } of behind) {
    await appendOperation(person, { kind: kind!, taskId: id, payload: payloadOf(act, reason) as never })
    outcome.requested.push(id)
  }
  return outcome
}

type Direct = keyof typeof VERBS

async function now(act: Direct, tasks: readonly ListedTask[], reason: string): Promise<Partial<Outcome>> {
  if (act === 'force' || act === 'delete') {
    const [task] = tasks
    await call(VERBS[act], { taskId: task!.id, reason })
    return { done: [task!.id] }
  }
  const taskIds = tasks.map(({ id }) => id)
  return call<Outcome>(VERBS[act], { taskIds, ...((act === 'return' || act === 'noSurvey') && { reason }) })
}

function add(outcome: Outcome, { done = [], refused = [] }: Partial<Outcome>): void {
  outcome.done.push(...done)
  outcome.refused.push(...refused)
}

function payloadOf(act: TaskActName, reason: string): { reason?: string | null } {
  if (act === 'surveyAfterAll') return { reason: null }
  return act === 'return' || act === 'noSurvey' ? { reason } : {}
}
