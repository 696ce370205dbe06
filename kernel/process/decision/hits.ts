import { invalid, Refusal } from '../../problems/problem.ts'
import { evaluateFeel } from '../feel.ts'
import type { DecisionTable, Hit, Outputs } from './table.ts'

/** Sorts by the order in which the outputs list their values (DMN 1.3 §8.2.10); the first output weighs most. */
export function byPriority(table: DecisionTable, hits: Hit[]): Hit[] {
  const order = table.outputs.map(({ name, values }) => ({
    name,
    rank: values.map((value) => evaluateFeel(value, {})),
  }))
  const rankOf = (outputs: Outputs, { name, rank }: (typeof order)[number]): number => {
    const at = rank.indexOf(outputs[name])
    return at < 0 ? rank.length : at
  }
  return hits.toSorted((a, b) => {
    for (const column of order) {
      const difference = rankOf(a.outputs, column) - rankOf(b.outputs, column)
      if (difference !== 0) return difference
    }
    return 0
  })
}

/** C+, C<, C> and C#: one number for each output; null where nothing matched, but a count of 0. */
export function aggregate(table: DecisionTable, hits: Outputs[]): Outputs {
  return Object.fromEntries(
    table.outputs.map(({ name }) => [
      name,
      aggregateOne(
        table,
        hits.map((outputs) => outputs[name]),
      ),
    ]),
  )
}

/** Days and texts have a least and a greatest, too; what cannot be put together is refused, not left out. */
function aggregateOne(table: DecisionTable, values: unknown[]): number | string | null {
  if (table.hitPolicy === 'C#') return values.length
  const found = values.filter((value) => value !== null)
  if (found.length === 0) return null
  const texts = found.filter((value) => typeof value === 'string')
  if (table.hitPolicy !== 'C+' && texts.length === found.length && !texts.some((text) => /^-?P/.test(text)))
    return texts.toSorted().at(table.hitPolicy === 'C<' ? 0 : -1)!
  const numbers = found.filter((value) => typeof value === 'number')
  if (numbers.length < found.length)
    throw new Refusal(
      invalid('process.decision.not-numbers', {
        decision: table.name,
        values: found.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('、'),
      }),
    )
  if (table.hitPolicy === 'C<') return Math.min(...numbers)
  if (table.hitPolicy === 'C>') return Math.max(...numbers)
  return numbers.reduce((sum, value) => sum + value, 0)
}
