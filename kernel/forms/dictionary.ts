import type { Party, Title } from './definition.ts'

/** `usable: false`: a heading of the tree, which cannot be chosen. Days «2026-11-22», both included. */
export type DictionaryItem = {
  code: string
  title: Title
  parent?: string
  usable?: false
  validFrom?: string
  validUntil?: string
  /** 机构代码表: which organisation it stands for */
  organisation?: Party
}

/** One edition of one code table. */
export type Dictionary = { scheme: string; edition: string; items: DictionaryItem[] }

/** True or false for a known table; undefined where the table itself is unknown. */
export type KnowsCode = (scheme: string, edition: string, code: string) => boolean | undefined

export function codesOf(dictionaries: Dictionary[]): KnowsCode {
  const tables = new Map(
    dictionaries.map(({ scheme, edition, items }) => [
      `${scheme} ${edition}`,
      new Set(items.filter(({ usable }) => usable !== false).map(({ code }) => code)),
    ]),
  )
  return (scheme, edition, code) => tables.get(`${scheme} ${edition}`)?.has(code)
}

/** An item that may be chosen on this day. */
export const isInForce = ({ validFrom, validUntil }: DictionaryItem, day: string): boolean =>
  (validFrom === undefined || validFrom <= day) && (validUntil === undefined || validUntil >= day)
