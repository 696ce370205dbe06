import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { readEdition } from '../dictionaries.ts'
import { refuseChanging } from '../rules/edition-standing.ts'
import { Edition, Scheme } from '../schema.ts'

/** An edition nobody could use yet is thrown away with its items. */
export const discardDictionary = action({
  verb: 'forms.dictionary.discard',
  input: Type.Object({ scheme: Scheme, edition: Edition }),
  facts: ({ trx }, { scheme, edition }) => readEdition(trx, scheme, edition, true),
  refuse: refuseChanging,
  async handle({ trx }, { scheme, edition }) {
    await sql`delete from dictionary_edition where scheme = ${scheme} and edition = ${edition}`.execute(trx)
  },
  audit: ({ scheme, edition }, _result, { title, source }) => ({
    subject: `dictionary:${scheme}/${edition}`,
    before: { title, source },
  }),
})
