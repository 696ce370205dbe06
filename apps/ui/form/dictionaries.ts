import { codesOf, type Dictionary } from '../../../kernel/forms/dictionary.ts'
import { codeTables } from '../../../kernel/layers/codes/tables.ts'

/** The national code tables as dictionaries of a form. */
const dictionaries: Dictionary[] = Object.values(codeTables).map(({ scheme, edition, codes }) => ({
  scheme,
  edition,
  items: codes.flatMap(({ code, zh, en, parent, usable }) =>
    usable === false ? [] : [{ code, title: { zh, en }, ...(parent && { parent }) }],
  ),
}))

export const knowsCode = codesOf(dictionaries)

export const itemsOf = (scheme: string, edition: string) =>
  dictionaries.find((table) => table.scheme === scheme && table.edition === edition)?.items ?? []
