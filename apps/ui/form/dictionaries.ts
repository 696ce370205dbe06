import { useQueries } from '@tanstack/react-query'
import type { CodeField, FormDefinition, FormField } from '../../../kernel/forms/definition.ts'
import { codesOf, type DictionaryItem } from '../../../kernel/forms/dictionary.ts'
import { knowsNationalCode, nationalDictionaries } from '../../../kernel/forms/national-dictionaries.ts'
import { ask } from '../api.ts'

/** `total` is more than there are items when the edition is too long to be sent whole: then it is searched on the server. */
export type LoadedItems = { items: DictionaryItem[]; total: number }

/** Editions of local tables this page has asked for; a published one never changes. */
const loaded = new Map<string, LoadedItems>()

const nameOf = (scheme: string, edition: string) => `${scheme} ${edition}`

/** Puts a whole edition that lies here already where forms look for it: then nobody is asked for it (a phone without a network). */
export function keepItems(scheme: string, edition: string, items: DictionaryItem[]): void {
  loaded.set(nameOf(scheme, edition), { items, total: items.length })
}

/** A code of a table that is not here, or not whole, is left to the server to judge. */
export function knowsCode(scheme: string, edition: string, code: string): boolean | undefined {
  const national = knowsNationalCode(scheme, edition, code)
  const local = loaded.get(nameOf(scheme, edition))
  if (national !== undefined || !local) return national ?? true
  return local.total > local.items.length || codesOf([{ scheme, edition, items: local.items }])(scheme, edition, code)
}

export const isNational = (scheme: string, edition: string): boolean =>
  nationalDictionaries.some((table) => table.scheme === scheme && table.edition === edition)

export const itemsOf = (scheme: string, edition: string): readonly DictionaryItem[] =>
  nationalDictionaries.find((table) => table.scheme === scheme && table.edition === edition)?.items ??
  loaded.get(nameOf(scheme, edition))?.items ??
  []

export const isSearchedAbroad = (scheme: string, edition: string): boolean => {
  const local = loaded.get(nameOf(scheme, edition))
  return local !== undefined && local.total > local.items.length
}

/** The local tables a form names, asked for once; the form is shown again when they have come. */
export function useDictionaries(definition: FormDefinition | null): void {
  const local = [
    ...new Map(codeFields(definition).map((field) => [nameOf(field.scheme, field.edition), field])).values(),
  ]
  useQueries({
    queries: local.map(({ scheme, edition }) => ({
      enabled: !loaded.has(nameOf(scheme, edition)),
      queryKey: ['forms.dictionary.items', { scheme, edition }],
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: async () => {
        const answer = await ask<LoadedItems>('forms.dictionary.items', { scheme, edition })
        loaded.set(nameOf(scheme, edition), answer)
        return answer
      },
    })),
  })
}

const codeFields = (definition: FormDefinition | null): CodeField[] =>
  (definition?.fields ?? [])
    .flatMap((field): FormField[] => (field.type === 'table' ? field.columns : [field]))
    .filter((field): field is CodeField => field.type === 'code' && !isNational(field.scheme, field.edition))
