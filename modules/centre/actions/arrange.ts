import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { newestProcesses } from '../../../kernel/cases/publish-process.ts'
import { json } from '../../../kernel/db/database.ts'
import { action } from '../../../kernel/http/action.ts'
import { arrangeProblem } from '../rules/arrange.ts'

/** How one's own cards stand, whole: their order, and which are favourites. Cards left out stand behind, by name. */
export const arrangeCards = action({
  verb: 'centre.business.arrange',
  input: Type.Object({
    cards: Type.Array(
      Type.Object({ business: Type.String({ minLength: 1, maxLength: 60 }), isFavourite: Type.Boolean() }),
      {
        maxItems: 200,
      },
    ),
  }),
  facts: async ({ trx, person }) => ({
    businesses: new Set((await newestProcesses(trx)).map(({ business }) => business)),
    person: person.id,
  }),
  refuse: ({ businesses }, { cards }) => arrangeProblem(cards, businesses),
  handle: async ({ trx, person }, { cards }) => {
    await sql`delete from centre_card where person = ${person.id}`.execute(trx)
    const rows = cards.map(({ business, isFavourite }, place) => ({ business, place, is_favourite: isFavourite }))
    await sql`insert into centre_card (person, business, place, is_favourite)
      select ${person.id}, r.business, r.place, r.is_favourite
      from jsonb_to_recordset(${json(rows)}) as r (business text, place int, is_favourite boolean)`.execute(trx)
  },
  audit: ({ cards }, _, { person }) => ({
    subject: `person:${person}`,
    after: { favourites: cards.filter(({ isFavourite }) => isFavourite).map(({ business }) => business) },
  }),
})
