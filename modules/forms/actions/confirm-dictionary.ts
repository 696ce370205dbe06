import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { localItems } from '../../../kernel/forms/local-dictionaries.ts'
import { repointed } from '../../../kernel/forms/organisation-table.ts'
import { action, type Context } from '../../../kernel/http/action.ts'
import { holdersBeside } from '../../../kernel/identity/holders.ts'
import { readEdition } from '../dictionaries.ts'
import { checkDictionary } from '../rules/check-dictionary.ts'
import { refuseConfirmingEdition, refuseProposingEdition, refuseUnproposed } from '../rules/edition-standing.ts'
import { Edition, Revision, Scheme } from '../schema.ts'

const Named = { scheme: Scheme, edition: Edition }
type Name = { scheme: string; edition: string }
const subjectOf = ({ scheme, edition }: Name) => `dictionary:${scheme}/${edition}`

/** 提请发布: a sound edition is handed to a second person; until they have answered nobody changes it. */
export const proposeDictionary = action({
  verb: 'forms.dictionary.propose',
  input: Type.Object({ ...Named, revision: Revision, note: Type.String({ minLength: 1, maxLength: 500 }) }),
  facts: async ({ trx }, { scheme, edition }) => ({
    held: await readEdition(trx, scheme, edition, true),
    faults: checkDictionary(await localItems(trx, scheme, edition)),
  }),
  refuse: ({ held, faults }, { revision }) => refuseProposingEdition(held, revision, faults),
  async handle({ trx, person, now }, { scheme, edition, note }) {
    await sql`update dictionary_edition set proposed_at = ${now}, proposed_by = ${person.id}, note = ${note},
      declined_reason = null where scheme = ${scheme} and edition = ${edition}`.execute(trx)
  },
  audit: ({ revision, note, ...name }) => ({ subject: subjectOf(name), after: { revision, note } }),
})

/**
 * 确认发布 by a second person: from now on forms may name the edition, and nobody changes it any more. Where an entry stands for
 * another organisation than before, what waits there moves to that one (casework.handlers.follow).
 */
export const confirmDictionary = action({
  verb: 'forms.dictionary.confirm',
  input: Type.Object({ ...Named, revision: Revision }),
  facts: async ({ trx, person }, { scheme, edition }) => {
    const held = await readEdition(trx, scheme, edition, true)
    const acted = [held.changedById, ...(held.proposedById ? [held.proposedById] : [])]
    return { held, me: person.id, others: await holdersBeside(trx, acted, 'forms.dictionary.confirm') }
  },
  refuse: ({ held, me, others }, { revision }) => refuseConfirmingEdition(held, revision, me, others),
  async handle({ trx, person, now, startJob }, { scheme, edition }) {
    await sql`update dictionary_edition set published_at = ${now}, published_by = ${person.id}
      where scheme = ${scheme} and edition = ${edition}`.execute(trx)
    const moved = await repointed(trx, scheme, edition)
    const subject = subjectOf({ scheme, edition })
    if (moved.length > 0) await startJob({ name: 'casework.handlers.follow', subject, input: { scheme, edition } })
    return { moved: moved.map(({ code, from, to }) => ({ code, from: from.name, to: to.name })) }
  },
  audit: ({ revision, ...name }, { moved }, { held }) => ({
    subject: subjectOf(name),
    after: { revision, proposedBy: held.proposedById, note: held.note, ...(moved.length > 0 && { moved }) },
  }),
})

const held = ({ trx }: Context, { scheme, edition }: Name) => readEdition(trx, scheme, edition, true)

/** Taken back, by whoever proposed it or another who keeps the tables, to be changed. */
export const withdrawDictionary = action({
  verb: 'forms.dictionary.withdraw',
  input: Type.Object(Named),
  facts: held,
  refuse: refuseUnproposed,
  handle: ({ trx }, name) => reopen(trx, name, null),
  audit: (name, _result, { note }) => ({ subject: subjectOf(name), before: { note } }),
})

/** The second person sends it back, with a reason that stands above the items. */
export const declineDictionary = action({
  verb: 'forms.dictionary.decline',
  input: Type.Object({ ...Named, reason: Type.String({ minLength: 1, maxLength: 500 }) }),
  facts: held,
  refuse: refuseUnproposed,
  handle: ({ trx }, { reason, ...name }) => reopen(trx, name, reason),
  audit: ({ reason, ...name }, _result, { proposedById }) => ({
    subject: subjectOf(name),
    before: { proposedBy: proposedById },
    after: { reason },
  }),
})

async function reopen(trx: Trx, { scheme, edition }: Name, reason: string | null): Promise<void> {
  await sql`update dictionary_edition set proposed_at = null, proposed_by = null, declined_reason = ${reason}
    where scheme = ${scheme} and edition = ${edition}`.execute(trx)
}
