import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { query } from '../../../kernel/http/action.ts'
import { layers } from '../../../kernel/layers/registry.ts'
import { knownRoles, type RoleRow } from '../known-roles.ts'
import { type ResourceKind, resourceCards } from '../resource-card.ts'

type Title = { zh: string; en: string }
type Named = { code: string; title: Title }
type ProcessRow = { key: string; business: string; title: Title; version: number; publishedAt: Date; running: number }

/**
 * 资源管理: what there is to give rights to (businesses, data, functions), which roles reach it, and what the bureau says of it. How a
 * business runs is drawn in the process designer, functions are the program's; layers are the national ones.
 */
export const listResources = query({
  name: 'administration.resource.list',
  input: Type.Object({}),
  async handle({ trx }) {
    const roles = await knownRoles(trx)
    const cards = await resourceCards(trx)
    const cardOf = (kind: ResourceKind, code: string) => cards.get(`${kind} ${code}`) ?? null
    return {
      counts: await countsOf(trx),
      businesses: (await processes(trx)).map((row) => ({
        ...{ ...row, code: row.key, card: cardOf('business', row.key) },
        roles: rolesOf(roles, 'businesses', row.business),
      })),
      layers: layers.map(({ name, title, group, fields }) => ({
        ...{ code: name, title, group, fields: fields.length, card: cardOf('layer', name) },
        roles: rolesOf(roles, 'layers', name),
      })),
      functions: functionsOf(roles).map((row) => ({ ...row, code: row.verb, card: cardOf('function', row.verb) })),
    }
  },
})

/** What else is maintained as a resource, on pages of its own. */
async function countsOf(trx: Trx) {
  const { rows } = await sql<{ organisations: number; people: number; areas: number }>`select
    (select count(*)::int from organisation where ended_at is null) as organisations,
    (select count(*)::int from person where ended_at is null) as people, (select count(*)::int from area) as areas`.execute(
    trx,
  )
  return rows[0]!
}

async function processes(trx: Trx): Promise<ProcessRow[]> {
  const { rows } = await sql<ProcessRow>`select distinct on (key) key, definition->>'business' as business,
      definition->'title' as title, version, published_at as "publishedAt",
      (select count(*)::int from case_ c where c.process = d.key and c.state = 'running') as running
    from process_definition d order by key, version desc`.execute(trx)
  return rows
}

const named = ({ code, title_zh, title_en }: RoleRow): Named => ({ code, title: { zh: title_zh, en: title_en } })

/** Roles made here that are limited to this among others; the rest reach it as far as their functions go. */
const rolesOf = (roles: RoleRow[], limit: 'businesses' | 'layers', code: string): Named[] =>
  roles.filter((role) => role[limit].includes(code)).map(named)

function functionsOf(roles: RoleRow[]): { verb: string; roles: Named[] }[] {
  const verbs = [...new Set(roles.flatMap((role) => role.verbs))].sort()
  return verbs.map((verb) => ({ verb, roles: roles.filter((role) => role.verbs.includes(verb)).map(named) }))
}
