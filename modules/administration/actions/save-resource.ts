import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { action } from '../../../kernel/http/action.ts'
import { layers } from '../../../kernel/layers/registry.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { knownRoles } from '../known-roles.ts'
import { organisationFile } from '../organisation-facts.ts'
import { type ResourceKind, resourceCards } from '../resource-card.ts'

const Text = (maxLength: number) => Type.String({ maxLength })

/** 维护资源信息 of a business, a layer or a function: what it is for, where data come from, who keeps it and is asked. */
export const saveResource = action({
  verb: 'administration.resource.save',
  input: Type.Object({
    kind: Type.Union([Type.Literal('business'), Type.Literal('layer'), Type.Literal('function')]),
    code: Type.String({ minLength: 1, maxLength: 100 }),
    about: Text(500),
    source: Text(200),
    keeper: Type.Union([Type.String({ format: 'uuid' }), Type.Null()]),
    contact: Text(100),
  }),
  async facts({ trx }, { kind, code, keeper }) {
    if (!(await isThere(trx, kind, code))) throw new Refusal(notFound('administration.resource.unknown', { code }))
    if (keeper) await organisationFile(trx, keeper)
    return { before: (await resourceCards(trx)).get(`${kind} ${code}`) ?? null }
  },
  async handle({ trx, person, now }, { kind, code, about, source, keeper, contact }) {
    await sql`insert into resource_card (kind, code, about, source, keeper, contact, changed_by, changed_at)
      values (${kind}, ${code}, ${about.trim()}, ${source.trim()}, ${keeper}, ${contact.trim()}, ${person.id}, ${now})
      on conflict (kind, code) do update set about = excluded.about, source = excluded.source, keeper = excluded.keeper,
        contact = excluded.contact, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(trx)
  },
  audit: ({ kind, code, ...after }, _result, { before }) => ({ subject: `resource:${kind}:${code}`, before, after }),
})

async function isThere(trx: Trx, kind: ResourceKind, code: string): Promise<boolean> {
  if (kind === 'layer') return layers.some(({ name }) => name === code)
  if (kind === 'function') return (await knownRoles(trx)).some(({ verbs }) => verbs.includes(code))
  const { rows } = await sql`select from process_definition where key = ${code} limit 1`.execute(trx)
  return rows.length > 0
}
