/** Random sound models: blocks inside blocks, each of which leads to the step it is given. */
import fc from 'fast-check'
import type { CoSign, ProcessModel, Step } from './model.ts'
import {
  border,
  child,
  choice,
  condition,
  decision,
  end,
  join,
  model,
  race,
  receive,
  service,
  some,
  split,
  task,
  thrown,
  timer,
} from './test-kit.ts'

const LEAVES = [
  'task',
  'task',
  'coSign',
  'read',
  'service',
  'race',
  'child',
  'decision',
  'throw',
  'wait',
  'guarded',
  'watched',
  'condition',
] as const
const GROUPS = ['sequence', 'sequence', 'choice', 'loop', 'split', 'split', 'some', 'loose', 'part', 'each'] as const

type Leaf = {
  kind: (typeof LEAVES)[number]
  need: CoSign['need']
  exclusive: boolean
  onReturn?: 'step' | 'vote'
  inTurn?: true
}
type Group = {
  kind: (typeof GROUPS)[number]
  parts: Block[]
  need?: number
  rest?: 'ignore' | 'cancel'
  early?: boolean
  interrupting?: boolean
}
export type Block = Leaf | Group

export const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record(
      {
        kind: fc.constantFrom(...LEAVES),
        need: fc.constantFrom<CoSign['need']>('all', 1, 2, { ratio: 0.5 }),
        exclusive: fc.boolean(),
        onReturn: fc.constantFrom<'step' | 'vote'>('step', 'vote'),
        inTurn: fc.constant(true),
      },
      { requiredKeys: ['kind', 'need', 'exclusive'] },
    ) as fc.Arbitrary<Block>,
    fc.record(
      {
        kind: fc.constantFrom(...GROUPS),
        parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
        need: fc.integer({ min: 1, max: 2 }),
        rest: fc.constantFrom('ignore', 'cancel'),
        early: fc.boolean(),
        interrupting: fc.boolean(),
      },
      { requiredKeys: ['kind', 'parts'] },
    ) as fc.Arbitrary<Block>,
  ),
}))

export function modelOf(part: Block): ProcessModel {
  const steps: Step[] = []
  const first = build({ kind: 'sequence', parts: [plain, part, plain] }, 'end', steps)
  return { ...model(...steps, end()), start: first }
}

const plain: Block = { kind: 'task', need: 'all', exclusive: false }

/** Adds the steps of a block that leads to `to`; gives the id of its first step. */
function build(part: Block, to: string, steps: Step[]): string {
  if ('parts' in part) return buildGroup(part, to, steps)
  const id = `s${steps.length}`
  const made = LEAF[part.kind](id, to, part)
  const exclusive = part.exclusive && ['userTask', 'serviceTask', 'subCase', 'receive'].includes(made[0]!.kind)
  steps.push(
    exclusive && part.kind !== 'read' ? ({ ...made[0]!, exclusive: 'desk' } as Step) : made[0]!,
    ...made.slice(1),
  )
  return id
}

const signed = (id: string, to: string, need: CoSign['need'], more: Partial<CoSign> = {}): Step => {
  const coSign = { signers: '["li","wang","zhao"]', pass: 'agree', otherwise: 'no', need, ...more }
  return task(id, `agree:${to} no:${to}`, { coSign })
}

const LEAF: Record<Leaf['kind'], (id: string, to: string, of: Leaf) => Step[]> = {
  task: (id, to) => [task(id, to)],
  coSign: (id, to, { need, onReturn, inTurn }) => [
    signed(id, to, need, { ...(onReturn && { onReturn }), ...(inTurn && { inTurn }) }),
  ],
  read: (id, to) => [signed(id, to, 'none')],
  service: (id, to, { need }) => [service(id, need === 1 ? `done:${to} failed:${to}` : to)],
  race: (id, to) => [
    race(id, `${id}a ${id}t ${id}r`),
    task(`${id}a`, to),
    timer(`${id}t`, to),
    { ...receive(`${id}r`, to), event: 'ping' } as Step,
  ],
  child: (id, to, { need, exclusive, inTurn }) => [
    child(
      id,
      need === 1 ? `done:${to} cancelled:${to}` : `done:${to}`,
      exclusive ? {} : { each: '[1,2]', ...(inTurn && { inTurn }) },
    ),
    border(`${id}g`, id, to),
  ],
  decision: (id, to) => [decision(id, to)],
  throw: (id, to) => [thrown(id, to, 'ping')],
  wait: (id, to) => [receive(id, to)],
  // The last dice of a walk are 0: then it holds.
  condition: (id, to, { need }) => [condition(id, to, need === 1 ? 'dice < 3' : 'dice < 1')],
  guarded: (id, to, { need }) => [
    need === 1 ? service(id, to) : task(id, to),
    border(`${id}g`, id, to),
    { ...border(`${id}t`, id, `${id}m`, 'beside'), times: 2 } as Step,
    task(`${id}m`, 'end'),
    border(`${id}h`, id, `${id}n`, 'beside', { event: 'ping' }),
    task(`${id}n`, 'end'),
    border(`${id}c`, id, need === 2 ? `${id}o` : to, need === 2 ? 'beside' : undefined, { when: 'dice > 4' }),
    ...(need === 2 ? [task(`${id}o`, 'end')] : []),
  ],
  watched: (id, to, { need }) => [
    signed(id, to, need),
    border(`${id}g`, id, `${id}n`, 'beside'),
    task(`${id}n`, 'end'),
  ],
}

function buildGroup(part: Group, to: string, steps: Step[]): string {
  if (part.kind === 'sequence') return part.parts.reduceRight((next, one) => build(one, next, steps), to)
  const id = `s${steps.length}`
  // Its place is taken now, so that ids are not given twice.
  const at = steps.push(task(id, id)) - 1
  if (part.kind === 'loop') return buildLoop(part, id, to, steps, at)
  if (part.kind === 'choice') {
    const firsts = part.parts.map((one) => build(one, to, steps))
    steps[at] = choice(id, conditional(firsts))
    return id
  }
  return part.kind === 'each' ? buildEach(part, id, to, steps, at) : buildFork(part, id, to, steps, at)
}

const conditional = (firsts: string[]): string =>
  firsts.map((first, i) => `w${i}:${first}${i > 0 ? `?dice > ${i}` : ''}`).join('; ')

function buildLoop(part: Group, id: string, to: string, steps: Step[], at: number): string {
  const first = build({ kind: 'sequence', parts: [plain, part.parts[0]!] }, id, steps)
  steps[at] = choice(id, `again:${first}?dice > 3; on:${to}`)
  return first
}

/** A part that is gone twice at once; `early`: for nothing at all. */
function buildEach(
  { parts, need, rest, early, interrupting }: Group,
  id: string,
  to: string,
  steps: Step[],
  at: number,
): string {
  const next = `${id}j`
  const first = build(parts[0]!, next, steps)
  steps[at] = {
    ...split(id, `x:${first}`),
    each: early ? '[]' : '[1,2]',
    ...(interrupting && { inTurn: true }),
  } as Step
  steps.push(join(next, id, to, { ...(need && { need }), ...(need && rest && { rest }) }))
  return id
}

/** `loose`: inside its join, a split that has none of its own. `part`: a sub-process with an event on its border. */
function buildFork(part: Group, id: string, to: string, steps: Step[], at: number): string {
  const next = `${id}j`
  const firsts = part.parts.map((one) => build(one, next, steps))
  // One branch may end for itself before the join.
  const branches = part.early ? [...firsts, 'end'] : firsts
  const parallel = branches.map((first, i) => `w${i}:${first}`).join(' ')
  const { need, rest } = part
  const partial =
    part.kind === 'split' || part.kind === 'some' ? { ...(need && { need }), ...(need && rest && { rest }) } : {}
  if (part.kind === 'loose') {
    steps[at] = split(id, `x:${id}i y:${next}`)
    steps.push(some(`${id}i`, conditional(branches)))
  } else steps[at] = part.kind === 'some' ? some(id, conditional(branches)) : split(id, parallel)
  steps.push(join(next, id, to, partial))
  if (part.kind === 'part') {
    const beside = part.interrupting ? undefined : 'beside'
    const goal = beside ? `${id}n` : to
    steps.push(border(`${id}g`, id, goal, beside, { event: 'ping' }), border(`${id}t`, id, to))
    if (beside) steps.push(task(`${id}n`, 'end'))
  }
  return id
}
