import type { Area } from '../use-area-names.ts'
import type { TaskIndex } from './index-tasks.ts'
import type { Coded } from './task-columns.ts'

type Words = { zh: string; en: string }
type Choice = { value: string; label: string }

/** Areas and businesses that the list holds tasks of, with how many. Counties and towns; a village is found by its name. */
export function choicesOf(
  { tasks, areas: towns, businesses }: Pick<TaskIndex, 'tasks' | 'areas' | 'businesses'>,
  areas: readonly Area[],
  words: (text: Words) => string,
): { areas: Choice[]; businesses: Choice[] } {
  const counts = new Map<string, number>()
  for (const { value, count } of counted(towns))
    for (const length of [6, 9])
      if (value.length >= length) counts.set(value.slice(0, length), (counts.get(value.slice(0, length)) ?? 0) + count)
  const named = areas.filter(({ code }) => counts.has(code))
  return {
    areas: named.map(({ code, name, level }) => ({
      value: code,
      label: `${level === 'county' ? '' : '　'}${name}（${counts.get(code)}）`,
    })),
    businesses: counted(businesses).map(({ value, count, first }) => ({
      value,
      label: `${words(tasks[first]!.businessTitle)} ${count}`,
    })),
  }
}

/** How many tasks have a value, and which has it first. */
function counted({ values, of }: Coded): { value: string; count: number; first: number }[] {
  const found = values.map((value) => ({ value, count: 0, first: -1 }))
  for (let i = 0; i < of.length; i++) {
    const one = found[of[i]!]!
    if (one.count++ === 0) one.first = i
  }
  return found
}
