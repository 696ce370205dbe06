import { type Join, type Step, transitionsOf } from '../model.ts'

/** BPMN does not say which split a join closes: it is the innermost one that is open where the join is first reached. */
export function pairJoins(start: string, steps: Step[]): Step[] {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const open = new Map<string, string[]>([[start, []]])
  const closes = new Map<string, string>()
  for (const [id, around] of open) {
    const step = byId.get(id)
    if (!step) continue
    if (step.kind === 'join') closes.set(id, around.at(-1) ?? '')
    const inside =
      step.kind === 'split' || step.kind === 'inclusive'
        ? [...around, id]
        : step.kind === 'join'
          ? around.slice(0, -1)
          : around
    for (const { to } of transitionsOf(step)) if (!open.has(to)) open.set(to, inside)
  }
  return steps.map((step) =>
    step.kind === 'join' && !step.split ? ({ ...step, split: closes.get(step.id) ?? '' } satisfies Join) : step,
  )
}
