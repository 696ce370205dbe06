import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { putItems, readEdition, touchEdition, withOrganisations } from '../dictionaries.ts'
import { refuseChanging } from '../rules/edition-standing.ts'
import { Edition, Item, Scheme } from '../schema.ts'

/** Items put in or over those of the same code, and codes taken out, of an edition that is not published yet. */
export const changeItems = action({
  verb: 'forms.dictionary.change',
  input: Type.Object({
    scheme: Scheme,
    edition: Edition,
    put: Type.Array(Item, { maxItems: 1000 }),
    remove: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 1000 }),
  }),
  facts: async ({ trx }, { scheme, edition, put }) => ({
    held: await readEdition(trx, scheme, edition, true),
    ...(await withOrganisations(trx, put)),
  }),
  refuse: ({ held, stranger }) => refuseChanging(held) ?? stranger,
  async handle({ trx, person, now }, { scheme, edition, remove }, { held, items }) {
    await sql`delete from dictionary_item where scheme = ${scheme} and edition = ${edition} and code = any(${remove})`.execute(
      trx,
    )
    await putItems(trx, scheme, edition, items)
    await touchEdition(trx, held, person.id, now)
  },
  audit: ({ scheme, edition, put, remove }) => ({
    subject: `dictionary:${scheme}/${edition}`,
    before: { remove },
    after: { put },
  }),
})
