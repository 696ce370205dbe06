import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { localItems, nationalItems } from '../../../kernel/forms/local-dictionaries.ts'
import { action } from '../../../kernel/http/action.ts'
import { conflict } from '../../../kernel/problems/problem.ts'
import { isTaken, putItems } from '../dictionaries.ts'
import { Edition, Scheme } from '../schema.ts'

/** A new edition of a code table, empty or with the items of an earlier one, to be filled and then published. */
export const beginDictionary = action({
  verb: 'forms.dictionary.begin',
  input: Type.Object({
    scheme: Scheme,
    edition: Edition,
    title: Type.Object({ zh: Type.String({ minLength: 1, maxLength: 100 }), en: Type.String({ maxLength: 100 }) }),
    source: Type.String({ minLength: 1, maxLength: 300 }),
    copyOf: Type.Optional(Edition),
  }),
  facts: async ({ trx }, { scheme, edition, copyOf }) => ({
    isTaken: await isTaken(trx, scheme, edition),
    items: copyOf ? (nationalItems(scheme, copyOf) ?? (await localItems(trx, scheme, copyOf))) : [],
  }),
  refuse: (facts, { scheme, edition }) =>
    facts.isTaken ? conflict('forms.dictionary.begin.taken', { scheme, edition }) : undefined,
  async handle({ trx, person, now }, { scheme, edition, title, source }, { items }) {
    await sql`insert into dictionary_edition (scheme, edition, title_zh, title_en, source, revision, changed_at, changed_by)
      values (${scheme}, ${edition}, ${title.zh}, ${title.en || title.zh}, ${source}, 1, ${now}, ${person.id})`.execute(
      trx,
    )
    await putItems(trx, scheme, edition, items)
    return { items: items.length }
  },
  audit: ({ scheme, edition, title, source, copyOf }, { items }) => ({
    subject: `dictionary:${scheme}/${edition}`,
    after: { title, source, copyOf, items },
  }),
})
