/** Short words for tests: models in a few lines, and a case that is played act by act. */
import assert from 'node:assert/strict'
import type { Problem } from '../problems/problem.ts'
import { advance, isProblem } from './advance.ts'
import { evaluateFeel } from './feel.ts'
import type { Join, ProcessModel, Step, SubCase, Transition, Trigger, UserTask } from './model.ts'
import { type Advance, type Facts, newState, type ProcessEvent, type ProcessState, type World } from './state.ts'

const title = (text: string) => ({ zh: text, en: text })

/** `b`, or `agree:b reject:c`, or with a condition `big:b?area > 10`; several conditions are separated by `;`. */
function ways(text: string): Transition[] {
  return text.split(/;\s*|(?<!\?.*) /).map((way) => {
    const [, name, to, when] = /^(?:([\w-]+):)?([\w-]+)(?:\?(.*))?$/.exec(way.trim())!
    return { name: name ?? to!, to: to!, ...(when && { when }) }
  })
}

const base = (id: string, to: string) => ({ id, title: title(id), transitions: ways(to) })

export const task = (id: string, to: string, more: Partial<UserTask> = {}): UserTask => ({
  ...base(id, to),
  kind: 'userTask',
  role: 'officer',
  verbs: ['claim', 'complete', 'return'],
  form: 'opinion',
  writable: [],
  assignment: 'pool',
  ...more,
})

export const service = (id: string, to: string): Step => ({
  ...base(id, to),
  kind: 'serviceTask',
  job: `run-${id}`,
  retries: 3,
})
export const choice = (id: string, to: string): Step => ({ ...base(id, to), kind: 'exclusive' })
export const some = (id: string, to: string): Step => ({ ...base(id, to), kind: 'inclusive' })
export const split = (id: string, to: string): Step => ({ ...base(id, to), kind: 'split' })
export const race = (id: string, to: string): Step => ({ ...base(id, to), kind: 'eventGateway' })
export const timer = (id: string, to: string): Step => ({ ...base(id, to), kind: 'timer', wait: { workingDays: 5 } })
export const receive = (id: string, to: string): Step => ({ ...base(id, to), kind: 'receive', event: `${id}-came` })
export const condition = (id: string, to: string, when: string): Step => ({ ...base(id, to), kind: 'condition', when })
export const child = (id: string, to: string, more: Partial<SubCase> = {}): Step => ({
  ...base(id, to),
  kind: 'subCase',
  process: 'other',
  ...more,
})
export const decision = (id: string, to: string): Step => ({
  ...base(id, to),
  kind: 'decision',
  decision: `${id}-table`,
})
export const thrown = (id: string, to: string, event = `${id}-came`): Step => ({
  ...base(id, to),
  kind: 'throw',
  event,
})
/** Interrupts its host, or with `beside` goes a way of its own. */
export const border = (id: string, attachedTo: string, to: string, beside?: 'beside', on?: Trigger): Step => ({
  ...base(id, to),
  kind: 'boundary',
  attachedTo,
  on: on ?? { wait: { workingDays: 5 } },
  interrupting: beside === undefined,
})
export const join = (id: string, of: string, to: string, more: Partial<Join> = {}): Step => ({
  ...base(id, to),
  kind: 'join',
  split: of,
  ...more,
})
export const end = (id = 'end', terminate = false): Step => ({
  id,
  title: title(id),
  kind: 'end',
  result: id,
  ...(terminate && { terminate }),
})

export const model = (...steps: Step[]): ProcessModel => ({
  key: 'test',
  version: 1,
  title: title('test'),
  start: steps[0]!.id,
  steps,
})

/** A case being played. Acts name steps; the open task or waiting token there is looked up. */
export class Play {
  readonly model: ProcessModel
  facts: Facts
  decide: World['decide']
  state: ProcessState = newState()
  last: Omit<Advance, 'state'> = { created: [], cancelled: [], effects: [], entered: [] }

  constructor(of: ProcessModel, facts: Facts = {}, decide?: World['decide']) {
    this.model = of
    this.facts = facts
    this.decide = decide
    this.act({ type: 'start' })
  }

  try(event: ProcessEvent): Advance | Problem {
    const frozen = JSON.stringify(this.state)
    const { facts, decide } = this
    const answer = advance(this.model, this.state, event, { facts, evaluate: evaluateFeel, ...(decide && { decide }) })
    assert.equal(JSON.stringify(this.state), frozen, 'the state handed in is left as it was')
    return answer
  }

  act(event: ProcessEvent): this {
    const answer = this.try(event)
    if (isProblem(answer)) assert.fail(`refused: ${JSON.stringify(answer)}`)
    const { state, ...report } = answer
    assert.deepEqual(JSON.parse(JSON.stringify(state)), state, 'a state survives storage')
    this.state = state
    this.last = report
    this.facts = { ...this.facts, ...report.facts }
    return this
  }

  /** The code the act is refused with. */
  refused(event: ProcessEvent): string {
    const answer = this.try(event)
    return isProblem(answer) ? answer.code : assert.fail(`${event.type} was not refused`)
  }

  /** Open tasks as `step` or `step/signer`, sorted. */
  get open(): string[] {
    const tasks = this.state.tokens.flatMap(({ step, tasks }) =>
      (tasks ?? []).map(({ signer }) => (signer ? `${step}/${signer}` : step)),
    )
    return tasks.sort()
  }

  /** Every place a token waits at, sorted. */
  get at(): string[] {
    return this.state.tokens.map(({ step }) => step).sort()
  }

  task(step: string): string {
    const [id, signer] = step.split('/')
    const tasks = this.state.tokens.filter((token) => token.step === id).flatMap(({ tasks }) => tasks ?? [])
    return (
      tasks.find((one) => !signer || one.signer === signer)?.id ??
      assert.fail(`nothing open at ${step}, but ${this.open}`)
    )
  }

  token(step: string): string {
    return (
      this.state.tokens.find((token) => token.step === step)?.id ??
      assert.fail(`nothing waits at ${step}, but ${this.at}`)
    )
  }

  /** Completes the task and gives its id, to be withdrawn perhaps. */
  do(step: string, outcome?: string): string {
    const id = this.task(step)
    this.act({ type: 'completeTask', task: id, ...(outcome && { outcome }) })
    return id
  }

  back(step: string, to: 'previous' | 'starter' | string, scope: 'branch' | 'all' = 'all'): this {
    return this.act({
      type: 'returnTo',
      task: this.task(step),
      to: to === 'previous' || to === 'starter' ? to : { step: to },
      scope,
    })
  }

  straightBack(step: string): this {
    return this.act({ type: 'sendStraightBack', task: this.task(step) })
  }

  get over(): boolean {
    return this.state.status === 'ended' && this.state.tokens.length === 0
  }
}
