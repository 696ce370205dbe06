import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import type { Problem } from '../../../kernel/problems/problem.ts'
import { advance, isProblem } from '../../../kernel/process/advance.ts'
import { decideWith } from '../../../kernel/process/decision/decide.ts'
import type { DecisionTable } from '../../../kernel/process/decision/table.ts'
import { evaluateFeel } from '../../../kernel/process/feel.ts'
import { type Step, type Title, transitionsOf } from '../../../kernel/process/model.ts'
import {
  type Facts,
  newState,
  type OpenTask,
  type ProcessEvent,
  type ProcessState,
} from '../../../kernel/process/state.ts'
import { waitsFor, whenOf } from '../../../kernel/process/waiting.ts'

/** A sample case being walked through: states only grow, so any act can be taken back. */
export type Walk = { process: CaseProcess; tables: DecisionTable[]; facts: Facts; past: Moment[] }
export type Moment = { state: ProcessState; facts: Facts; said: Said }
/** What was done to come here: `act` is a text's key below `processes.sim.` */
export type Said = { act: string; step?: string; outcome?: Title }

export type Place = {
  step: Step
  token: string
  task?: OpenTask
  /** what may be done there: each with the event that does it */
  acts: { said: Said; event: ProcessEvent }[]
}

export const begin = (process: CaseProcess, tables: DecisionTable[], facts: Facts): Walk | Problem =>
  go({ process, tables, facts, past: [] }, { said: { act: 'start' }, event: { type: 'start' } })

export function go(walk: Walk, { said, event }: Place['acts'][number]): Walk | Problem {
  const { process, tables, past } = walk
  const before = past.at(-1)?.state ?? newState()
  const answer = advance(process, before, event, {
    facts: walk.facts,
    evaluate: evaluateFeel,
    decide: decideWith(tables),
  })
  if (isProblem(answer)) return answer
  const facts = { ...walk.facts, ...(answer as { facts?: Facts }).facts }
  return { ...walk, facts, past: [...past, { state: answer.state, facts, said }] }
}

/** One act back, with the facts as they were then. */
export const back = (walk: Walk): Walk => {
  const past = walk.past.slice(0, -1)
  return { ...walk, past, facts: past.at(-1)?.facts ?? walk.facts }
}

/** Where the case stands, and what can be done in each place. */
export function placesOf({ process, past }: Walk): Place[] {
  const state = past.at(-1)?.state
  if (state?.status !== 'running') return []
  return state.tokens.flatMap((token): Place[] => {
    const step = process.steps.find(({ id }) => id === token.step)
    if (!step) return []
    const tasks = token.tasks ?? []
    if (step.kind === 'userTask')
      return tasks.map((task) => ({ step, token: token.id, task, acts: actsOf(step, task) }))
    return [{ step, token: token.id, acts: waitActs(step, token.id) }]
  })
}

function actsOf(step: Extract<Step, { kind: 'userTask' }>, { id: task }: OpenTask): Place['acts'] {
  const done = step.transitions.map(({ name, title }) => ({
    said: { act: 'complete', step: step.id, ...(title && { outcome: title }) },
    event: { type: 'completeTask', task, outcome: name } as const,
  }))
  const returned = {
    said: { act: 'return', step: step.id },
    event: { type: 'returnTo', task, to: 'previous', scope: 'branch' } as const,
  }
  return step.verbs.includes('return') ? [...done, returned] : done
}

function waitActs(step: Step, token: string): Place['acts'] {
  const act = (name: string, event: ProcessEvent) => ({ said: { act: name, step: step.id }, event })
  switch (waitsFor(step)) {
    case 'job':
      return [
        act('jobDone', { type: 'serviceDone', token }),
        act('jobFailed', { type: 'serviceFailed', token, reason: 'simulation' }),
      ]
    case 'timer':
      return [act('timer', { type: 'timerFired', token })]
    case 'event':
      return [act('event', { type: 'eventReceived', token })]
    case 'case':
      return transitionsOf(step).map(({ name, title = { zh: name, en: name } }) => ({
        said: { act: 'caseEnded', step: step.id, outcome: title },
        event: { type: 'caseEnded', token, result: name },
      }))
    default:
      return whenOf(step) === undefined ? [] : [act('factsChanged', { type: 'factsChanged' })]
  }
}
