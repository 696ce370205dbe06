/** Runs a foreign model to its end: with facts guessed from its conditions, and every wait answered. */
import type { Problem } from '../../problems/problem.ts'
import { advance, isProblem } from '../advance.ts'
import { evaluateFeel } from '../feel.ts'
import { type ProcessModel, type Step, transitionsOf } from '../model.ts'
import { type Facts, newState, type ProcessEvent, type ProcessState, type Token } from '../state.ts'
import { waitsFor, whenOf } from '../waiting.ts'

const MOST_ACTS = 300
const MOST_GUESSES = 64

/** Undefined when it comes to its end both with and without its boundary events; else where it stands. */
export function runToEnd(model: ProcessModel): string | undefined {
  for (const bordersFirst of [false, true]) {
    const answers = guesses(model).map((facts) => run(model, facts, bordersFirst))
    if (!answers.includes(undefined)) return answers[0]
  }
  return undefined
}

function run(model: ProcessModel, facts: Facts, bordersFirst: boolean): string | undefined {
  const steps = new Map(model.steps.map((step) => [step.id, step]))
  const fired = new Set<string>()
  let state = newState()
  let event: ProcessEvent | undefined = { type: 'start' }
  for (let acts = 0; acts < MOST_ACTS && event; acts++) {
    const answer: ReturnType<typeof advance> = advance(model, state, event, {
      facts,
      evaluate: evaluateFeel,
      decide: () => ({}),
    })
    if (isProblem(answer)) return said(answer)
    state = answer.state
    if (state.status === 'ended') return undefined
    event = nextEvent(state, steps, bordersFirst, fired)
  }
  return `at ${state.tokens.map(({ step }) => step)}`
}

const said = ({ code, params }: Problem): string => `${code} ${JSON.stringify(params)}`

/** Each boundary event fires once at most: one that does not interrupt could go on for ever. */
function nextEvent(
  { tokens }: ProcessState,
  steps: Map<string, Step>,
  bordersFirst: boolean,
  fired: Set<string>,
): ProcessEvent | undefined {
  const isBorder = ({ step }: Token) => steps.get(step)!.kind === 'boundary'
  const waits = ({ step }: Token) => waitsFor(steps.get(step)!) !== undefined
  const border = tokens.find((token) => isBorder(token) && waits(token) && !fired.has(token.step))
  const other = tokens.find((token) => !isBorder(token) && (token.tasks || waits(token)))
  const chosen = bordersFirst ? (border ?? other) : other
  if (!chosen) return undefined
  if (chosen === border) fired.add(chosen.step)
  const step = steps.get(chosen.step)!
  const [task] = chosen.tasks ?? []
  if (task) return { type: 'completeTask', task: task.id, outcome: transitionsOf(step)[0]!.name }
  return answerTo(step, chosen.id)
}

function answerTo(step: Step, token: string): ProcessEvent {
  switch (waitsFor(step)) {
    case 'job':
      return { type: 'serviceDone', token }
    case 'case':
      return { type: 'caseEnded', token, result: 'completed' }
    case 'timer':
      return { type: 'timerFired', token }
    default:
      return { type: 'eventReceived', token }
  }
}

/** Facts with which the conditions of the model can be decided, in every combination of the values they compare with. */
function guesses(model: ProcessModel): Facts[] {
  const texts = model.steps.flatMap((step) =>
    [...transitionsOf(step).map(({ when }) => when), whenOf(step)].flatMap((text) => text ?? []),
  )
  const values = new Map<string, unknown[]>()
  for (const text of texts) {
    for (const [, path, value] of text.matchAll(/([A-Za-z_][\w.]*)\s*(?:!?=|[<>]=?)\s*("[^"]*"|\d+|true|false|null)/g))
      values.set(path!, [...(values.get(path!) ?? []), ...near(JSON.parse(value!))])
    for (const [, path] of text.matchAll(/^(?:not\()?([A-Za-z_]\w*)\)?$/g))
      if (path !== 'true' && path !== 'false') values.set(path!, [true, false])
  }
  for (const step of model.steps)
    if (step.kind === 'userTask' && step.coSign) values.set(step.coSign.signers, [['li', 'wang']])
  let all: Facts[] = [{}]
  for (const [path, some] of values)
    all = all.flatMap((facts) => some.map((value) => withPath(facts, path.split('.'), value))).slice(0, MOST_GUESSES)
  return all
}

const near = (value: unknown): unknown[] => (typeof value === 'number' ? [value, value - 1, value + 1] : [value])

function withPath(facts: Facts, [head, ...rest]: string[], value: unknown): Facts {
  return { ...facts, [head!]: rest.length > 0 ? withPath((facts[head!] ?? {}) as Facts, rest, value) : value }
}
