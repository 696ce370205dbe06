import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action, type Context } from '../../../kernel/http/action.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { conflict, type Problem } from '../../../kernel/problems/problem.ts'
import { type Begun, contentFrom } from '../begin-content.ts'
import { openDesignOf } from '../designs.ts'
import { From, Key, Kind } from '../schema.ts'
import { standing } from '../versions.ts'

type Facts = { begun: Begun; taken: string | null; exists: boolean }

/** Begins a design: from nothing, from a published version (its next one, or another process), or from a file of another tool. */
export const startDesign = action({
  verb: 'processes.design.start',
  input: Type.Object({ kind: Kind, key: Key, from: From }),
  facts: async (context, { kind, key, from }): Promise<Facts> => ({
    begun: await contentFrom(context.trx, kind, key, from),
    taken: (await openDesignOf(context.trx, kind, key))?.changedBy.name ?? null,
    exists: (await standing(context.trx, kind, key)) !== undefined,
  }),
  scope: ({ begun }) => (begun.business === '*' ? {} : { business: begun.business }),
  refuse: (facts, { key, from }) => alreadyThere(facts, key, from) ?? facts.begun.problem,
  handle: async (context, { kind, key }, { begun }) => ({ designId: await keep(context, kind, key, begun) }),
  audit: ({ kind, key }, { designId }, { begun }) => ({
    subject: `design:${designId}`,
    after: { kind, key, title: begun.title, basedOn: begun.basedOn },
  }),
})

/** Only a version of the same key is its predecessor; anything else would replace what runs under that name. */
function alreadyThere({ taken, exists }: Facts, key: string, from: From): Problem | undefined {
  if (taken !== null) return conflict('processes.design.start.under-way', { key, name: taken })
  const continues = 'version' in from && from.version.key === key
  return exists && !continues ? conflict('processes.design.start.key-taken', { key }) : undefined
}

async function keep({ trx, person, now }: Context, kind: string, key: string, begun: Begun): Promise<string> {
  const id = newId()
  const { title, business, basedOn, content } = begun
  await sql`insert into design (id, kind, key, title, business, based_on, content, state, begun_at, begun_by, changed_at, changed_by)
    values (${id}, ${kind}, ${key}, ${title}, ${business}, ${basedOn}, ${content}, 'draft', ${now}, ${person.id}, ${now}, ${person.id})`.execute(
    trx,
  )
  return id
}
