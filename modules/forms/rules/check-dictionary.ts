import type { DictionaryItem } from '../../../kernel/forms/dictionary.ts'

/** One fault of an edition; `code` of the sentence, `item` where it stands. */
export type DictionaryFault = { fault: string; item: string; params?: Record<string, string> }

const MOST = 50_000

/** Everything that keeps an edition from being published. */
export function checkDictionary(items: readonly DictionaryItem[]): DictionaryFault[] {
  if (items.length === 0) return [{ fault: 'empty', item: '' }]
  if (items.length > MOST) return [{ fault: 'too-many', item: '', params: { most: String(MOST) } }]
  const parents = new Map(items.map(({ code, parent }) => [code, parent]))
  const counted = new Map<string, number>()
  for (const { code } of items) counted.set(code, (counted.get(code) ?? 0) + 1)
  return items.flatMap(({ code, title, parent, usable, validFrom, validUntil }) => [
    ...(title.zh.trim() === '' ? [{ fault: 'no-title', item: code }] : []),
    ...(counted.get(code)! > 1 ? [{ fault: 'twice', item: code }] : []),
    ...(parent !== undefined && !parents.has(parent) ? [{ fault: 'no-parent', item: code, params: { parent } }] : []),
    ...(isInCircle(code, parents) ? [{ fault: 'circle', item: code }] : []),
    ...(usable === false && ![...parents.values()].includes(code) ? [{ fault: 'empty-heading', item: code }] : []),
    ...(validFrom && validUntil && validFrom > validUntil ? [{ fault: 'days', item: code }] : []),
  ])
}

function isInCircle(code: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const passed = new Set<string>()
  for (let at = parents.get(code); at !== undefined && !passed.has(at); at = parents.get(at)) {
    if (at === code) return true
    passed.add(at)
  }
  return false
}
