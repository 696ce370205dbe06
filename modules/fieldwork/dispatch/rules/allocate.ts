import type { Position } from '../../../../kernel/geometry/types.ts'
import { mayDo } from './may-do.ts'
import { metresBetween } from './metres-between.ts'
import type { DispatchRule, Left, Plan, WaitingTask, Worker } from './plan.ts'

/**
 * 自动分配: who would get which task. Tasks are taken in the given order; of the rules in their order the first that speaks of
 * a task decides. What was given a moment before counts as load. Pure: a page shows the plan before anything is done.
 */
export function allocate(
  tasks: readonly WaitingTask[],
  workers: readonly Worker[],
  rules: readonly DispatchRule[],
): Plan {
  const plan: Plan = { given: [], left: [] }
  const load = new Map(workers.map(({ id, open }) => [id, open]))
  const turns = new Map<string, number>()
  const known = new Map(workers.map((one) => [one.id, one]))
  for (const task of tasks) {
    const rule = rules.find((one) => one.isOn && speaksOf(one, task))
    const choice = rule ? chosen({ task, rule, known, load, turns }) : ('noRule' as const)
    if (typeof choice === 'string') plan.left.push({ taskId: task.id, why: choice })
    else {
      load.set(choice.id, load.get(choice.id)! + 1)
      plan.given.push({
        taskId: task.id,
        to: choice.id,
        revision: task.revision,
        rule: rule!.id,
        metres: choice.metres,
      })
    }
  }
  return plan
}

const speaksOf = ({ business, areaCode }: DispatchRule, task: WaitingTask) =>
  (business === '*' || business === task.business) && task.areaCode.startsWith(areaCode)

type Choosing = {
  task: WaitingTask
  rule: DispatchRule
  known: Map<string, Worker>
  load: Map<string, number>
  turns: Map<string, number>
}
type Candidate = { id: string; metres: number | null; load: number }

function chosen({ task, rule, known, load, turns }: Choosing): Candidate | Left['why'] {
  const named = rule.people.length > 0 ? rule.people : [...known.values()].map(({ id }) => ({ id, centre: null }))
  const able = named.flatMap(({ id, centre }): Candidate[] => {
    const worker = known.get(id)
    if (!worker || !mayDo(worker, task)) return []
    return [{ id, metres: metresTo(centre ?? worker.centre, task.centre), load: load.get(id)! }]
  })
  if (able.length === 0) return 'nobody'
  const free = able.filter((one) => rule.most === null || one.load < rule.most)
  if (free.length === 0) return 'full'
  if (rule.by === 'nearest') return nearest(free) ?? 'noPlace'
  return rule.by === 'load' ? least(free) : inTurn(free, rule, turns)
}

const metresTo = (from: Position | null, to: Position | null) => (from && to ? metresBetween(from, to) : null)

/** Of equals whoever has less to do, so that neighbours in one office share. */
const nearest = (free: Candidate[]): Candidate | undefined =>
  free.filter(({ metres }) => metres !== null).sort((a, b) => a.metres! - b.metres! || a.load - b.load)[0]

/** Of equals the nearer one. */
const least = (free: Candidate[]): Candidate =>
  free.toSorted((a, b) => a.load - b.load || (a.metres ?? Infinity) - (b.metres ?? Infinity))[0]!

function inTurn(free: Candidate[], { id }: DispatchRule, turns: Map<string, number>): Candidate {
  const turn = turns.get(id) ?? 0
  turns.set(id, turn + 1)
  return free[turn % free.length]!
}
