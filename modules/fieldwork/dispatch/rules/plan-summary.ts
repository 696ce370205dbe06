import type { Left, Plan, Worker } from './plan.ts'

export type PlanSummary = {
  /** who gets something, the most first; `before`: open tasks now */
  byPerson: { id: string; name: string; before: number; more: number }[]
  left: { why: Left['why']; count: number }[]
}

/** A plan as a person reads it before agreeing. */
export function summaryOf({ given, left }: Plan, people: readonly Pick<Worker, 'id' | 'name' | 'open'>[]): PlanSummary {
  const gets = countBy(given, ({ to }) => to)
  const byPerson = people
    .flatMap(({ id, name, open }) => (gets.has(id) ? [{ id, name, before: open, more: gets.get(id)! }] : []))
    .sort((a, b) => b.more - a.more || a.name.localeCompare(b.name, 'zh'))
  return { byPerson, left: [...countBy(left, ({ why }) => why)].map(([why, count]) => ({ why, count })) }
}

function countBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, number> {
  const counts = new Map<K, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}
