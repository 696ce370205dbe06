import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { query } from '../../../kernel/http/action.ts'
import { layers } from '../../../kernel/layers/registry.ts'
import { knownRoles, type RoleRow } from '../known-roles.ts'

type Title = { zh: string; en: string }
type Named = { code: string; title: Title }
type ProcessRow = { key: string; business: string; title: Title; version: number; publishedAt: Date; running: number }

/**
 * 资源管理: what there is to give rights to (businesses, data, functions), and which roles reach it. Businesses are maintained in the
 * process designer, functions by the program; layers are the national ones.
 */
export const listResources = query({
  name: 'administration.resource.list',
  input: Type.Object({}),
  async handle({ trx }) {
    const roles = await knownRoles(trx)
    return {
      businesses: (await processes(trx)).map((row) => ({ ...row, roles: rolesOf(roles, 'businesses', row.business) })),
      layers: layers.map(({ name, title, group, fields }) => ({
        ...{ name, title, group, fields: fields.length },
        roles: rolesOf(roles, 'layers', name),
      })),
      functions: functionsOf(roles),
    }
  },
})

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
