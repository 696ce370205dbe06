import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { localItems } from '../../../kernel/forms/local-dictionaries.ts'
import { action } from '../../../kernel/http/action.ts'
import { conflict, invalid } from '../../../kernel/problems/problem.ts'
import { readEdition, refusePublished } from '../dictionaries.ts'
import { checkDictionary } from '../rules/check-dictionary.ts'
import { Edition, Revision, Scheme } from '../schema.ts'

const Named = { scheme: Scheme, edition: Edition }

/** From now on forms may name the edition, and nobody changes it any more. Refused with its first fault. */
export const publishDictionary = action({
  verb: 'forms.dictionary.publish',
  input: Type.Object({ ...Named, revision: Revision }),
  facts: async ({ trx }, { scheme, edition }) => ({
    held: await readEdition(trx, scheme, edition, true),
    faults: checkDictionary(await localItems(trx, scheme, edition)),
  }),
  refuse: ({ held, faults }, { scheme, edition, revision }) => {
    const [first] = faults
    if (held.revision !== revision) return conflict('forms.dictionary.changed-meanwhile', { name: held.changedBy })
    if (!first) return refusePublished(held)
    return invalid('forms.dictionary.publish.unsound', {
      scheme,
      edition,
      count: faults.length,
      item: first.item || scheme,
    })
  },
  async handle({ trx, person, now }, { scheme, edition }) {
    await sql`update dictionary_edition set published_at = ${now}, published_by = ${person.id}
      where scheme = ${scheme} and edition = ${edition}`.execute(trx)
  },
  audit: ({ scheme, edition, revision }) => ({ subject: `dictionary:${scheme}/${edition}`, after: { revision } }),
})

/** An edition nobody could use yet is thrown away with its items. */
export const discardDictionary = action({
  verb: 'forms.dictionary.discard',
  input: Type.Object(Named),
  facts: ({ trx }, { scheme, edition }) => readEdition(trx, scheme, edition, true),
  refuse: refusePublished,
  async handle({ trx }, { scheme, edition }) {
    await sql`delete from dictionary_edition where scheme = ${scheme} and edition = ${edition}`.execute(trx)
  },
  audit: ({ scheme, edition }, _result, { title, source }) => ({
    subject: `dictionary:${scheme}/${edition}`,
    before: { title, source },
  }),
})
