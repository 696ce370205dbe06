import type { Title } from './definition.ts'

export type DictionaryItem = { code: string; title: Title; parent?: string }

/** One edition of one code table. */
export type Dictionary = { scheme: string; edition: string; items: DictionaryItem[] }

/** True or false for a known table; undefined where the table itself is unknown. */
export type KnowsCode = (scheme: string, edition: string, code: string) => boolean | undefined

export function codesOf(dictionaries: Dictionary[]): KnowsCode {
  const tables = new Map(
    dictionaries.map((d) => [`${d.scheme} ${d.edition}`, new Set(d.items.map((item) => item.code))]),
  )
  return (scheme, edition, code) => tables.get(`${scheme} ${edition}`)?.has(code)
}
