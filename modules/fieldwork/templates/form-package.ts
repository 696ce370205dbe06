import type { Trx } from '../../../kernel/db/database.ts'
import type { FormDefinition, FormField } from '../../../kernel/forms/definition.ts'
import type { Dictionary } from '../../../kernel/forms/dictionary.ts'
import { localItems, nationalItems } from '../../../kernel/forms/local-dictionaries.ts'

/** The bureau's own code tables that a form names, to be searched where there is no network. National ones are on the phone. */
export async function dictionariesOf(trx: Trx, { fields }: FormDefinition): Promise<Dictionary[]> {
  const named = fields
    .flatMap((field): FormField[] => (field.type === 'table' ? field.columns : [field]))
    .flatMap((field) => (field.type === 'code' ? [field] : []))
    .filter(({ scheme, edition }) => nationalItems(scheme, edition) === undefined)
  const each = new Map(named.map(({ scheme, edition }) => [`${scheme} ${edition}`, { scheme, edition }]))
  const found: Dictionary[] = []
  for (const { scheme, edition } of each.values())
    found.push({ scheme, edition, items: await localItems(trx, scheme, edition) })
  return found
}
