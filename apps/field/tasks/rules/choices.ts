import type { Area } from '../use-area-names.ts'
import type { ListedTask } from './task-index.ts'

type Words = { zh: string; en: string }
type Choice = { value: string; label: string }

/** Areas and businesses that the list holds tasks of, with how many. Counties and towns; a village is found by its name. */
export function choicesOf(
  tasks: readonly ListedTask[],
  areas: readonly Area[],
  words: (text: Words) => string,
): { areas: Choice[]; businesses: Choice[] } {
  const counts = new Map<string, number>()
  const titles = new Map<string, { label: string; count: number }>()
  for (const { areaCode, business, businessTitle } of tasks) {
    for (const length of [6, 9]) {
      const code = areaCode.slice(0, length)
      if (code.length === length) counts.set(code, (counts.get(code) ?? 0) + 1)
    }
    const known = titles.get(business)
    if (known) known.count += 1
    else titles.set(business, { label: words(businessTitle), count: 1 })
  }
  const named = areas.filter(({ code }) => counts.has(code))
  return {
    areas: named.map(({ code, name, level }) => ({
      value: code,
      label: `${level === 'county' ? '' : '　'}${name}（${counts.get(code)}）`,
    })),
    businesses: [...titles].map(([value, { label, count }]) => ({ value, label: `${label} ${count}` })),
  }
}
