import { codeTables } from '../layers/codes/tables.ts'
import { codesOf, type Dictionary } from './dictionary.ts'

/** The national code tables as dictionaries of a form: the same on server, desk and phone. Headings cannot be chosen. */
export const nationalDictionaries: Dictionary[] = Object.values(codeTables).map(({ scheme, edition, codes }) => ({
  scheme,
  edition,
  items: codes.map(({ code, zh, en, parent, usable }) => ({
    code,
    title: { zh, en },
    ...(parent && { parent }),
    ...(usable === false && { usable }),
  })),
}))

export const knowsNationalCode = codesOf(nationalDictionaries)
