import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action, type Context } from '../../../kernel/http/action.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { conflict, forbidden, notFound } from '../../../kernel/problems/problem.ts'
import { knownRoles } from '../known-roles.ts'
import { refuseAdministrative } from '../rules/made-role.ts'

const Some = (pattern: string, most: number) => Type.Array(Type.String({ pattern }), { maxItems: most })

/**
 * 零代码: a role of the bureau's own, made of functions (verbs, or patterns that end in `*`) and of the data they reach (areas, businesses,
 * layers; an empty list does not limit). It works at the next request of whoever holds it. Roles of the program stay as they are.
 */
export const saveRole = action({
  verb: 'administration.role.save',
  input: Type.Object({
    /** left out: a new one */
    code: Type.Optional(Type.String({ maxLength: 60 })),
    title_zh: Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }),
    title_en: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
    verbs: Type.Array(Type.String({ pattern: '^[a-z][A-Za-z0-9.-]*\\*?$', maxLength: 80 }), {
      minItems: 1,
      maxItems: 500,
    }),
    areas: Some('^[0-9]{2,12}$', 500),
    businesses: Some('^[A-Za-z][A-Za-z0-9.-]{0,59}$', 200),
    layers: Some('^[A-Za-z0-9_]{1,20}$', 200),
  }),
  async facts({ trx }: Context, { code, title_zh, title_en }) {
    const roles = await knownRoles(trx)
    const before = roles.find((role) => role.code === code)
    const same = roles.find((role) => role.code !== code && (role.title_zh === title_zh || role.title_en === title_en))
    return { roles, before, namesake: same?.title_zh }
  },
  refuse({ roles, before, namesake }, { code, verbs }) {
    if (code !== undefined && !before) return notFound('administration.role.unknown')
    if (before && !before.isMade) return forbidden('administration.role.save.built-in', { role: before.title_zh })
    if (namesake) return conflict('administration.role.save.namesake', { title: namesake })
    return refuseAdministrative(verbs, roles)
  },
  async handle({ trx, now, person }, { code = `made-${newId()}`, title_zh, title_en, ...what }) {
    await sql`insert into role (code, title_zh, title_en, verbs, areas, businesses, layers, made_at, made_by)
      values (${code}, ${title_zh}, ${title_en}, ${what.verbs}::text[], ${what.areas}::text[], ${what.businesses}::text[],
        ${what.layers}::text[], ${now}, ${person.id})
      on conflict (code) do update set title_zh = excluded.title_zh, title_en = excluded.title_en, verbs = excluded.verbs,
        areas = excluded.areas, businesses = excluded.businesses, layers = excluded.layers`.execute(trx)
    return { code }
  },
  audit: (input, { code }, { before }) => ({ subject: `role:${code}`, before, after: input }),
})
