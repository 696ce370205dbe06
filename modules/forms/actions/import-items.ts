import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { invalid } from '../../../kernel/problems/problem.ts'
import { putItems, readEdition, touchEdition, withOrganisations } from '../dictionaries.ts'
import { readTable } from '../read-table.ts'
import { checkDictionary } from '../rules/check-dictionary.ts'
import { refuseChanging } from '../rules/edition-standing.ts'
import { itemsOfRows } from '../rules/read-items.ts'
import { Edition, Scheme } from '../schema.ts'

/** The items of an uploaded table (CSV, XLSX) instead of those that are there. */
export const importItems = action({
  verb: 'forms.dictionary.import',
  input: Type.Object({
    scheme: Scheme,
    edition: Edition,
    digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
  }),
  facts: async ({ trx, files }, { scheme, edition, digest, name }) => ({
    held: await readEdition(trx, scheme, edition, true),
    ...(await withOrganisations(trx, itemsOfRows(await readTable(name, await files.get(digest))))),
  }),
  refuse: ({ held, items, stranger }) => {
    const twice = checkDictionary(items).find(({ fault }) => fault === 'twice')
    return refuseChanging(held) ?? (twice && invalid('forms.dictionary.import.twice', { code: twice.item })) ?? stranger
  },
  async handle({ trx, person, now }, { scheme, edition }, { held, items }) {
    await sql`delete from dictionary_item where scheme = ${scheme} and edition = ${edition}`.execute(trx)
    await putItems(trx, scheme, edition, items)
    await touchEdition(trx, held, person.id, now)
    return { items: items.length }
  },
  audit: ({ scheme, edition, digest, name }, { items }) => ({
    subject: `dictionary:${scheme}/${edition}`,
    after: { name, digest, items },
  }),
})
