import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action, type Context } from '../../../../kernel/http/action.ts'
import { conflict } from '../../../../kernel/problems/problem.ts'
import { registeredModules } from '../field-module.ts'

const Codes = (most: number) => Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: most })

/** 业务模块注册: a business brings its module to the phones, or changes it. */
export const saveModule = action({
  verb: 'fieldwork.pool.save',
  input: Type.Object({
    code: Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$' }),
    /** register: it must be new; otherwise it must be there */
    isNew: Type.Boolean(),
    zh: Type.String({ minLength: 1, maxLength: 20, pattern: '\\S' }),
    en: Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }),
    icon: Type.String({ pattern: '^[a-z]{2,20}$' }),
    colour: Type.String({ pattern: '^#[0-9a-f]{6}$' }),
    businesses: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { minItems: 1, maxItems: 50 }),
    steps: Codes(50),
    templates: Codes(50),
    position: Type.Integer({ minimum: 0, maximum: 999 }),
    roles: Codes(50),
    organisations: Type.Array(Type.String({ format: 'uuid' }), { maxItems: 200 }),
  }),
  async facts({ trx }: Context, { code, zh }) {
    const all = await registeredModules(trx)
    const namesake = all.find((one) => one.code !== code && one.name.zh === zh && !one.isWithdrawn)
    return { before: all.find((one) => one.code === code) ?? null, namesake: namesake?.code }
  },
  refuse({ before, namesake }, { code, isNew, zh }) {
    if (isNew && before) return conflict('fieldwork.pool.save.code-taken', { code, name: before.name.zh })
    if (!isNew && !before) return conflict('fieldwork.pool.unknown', { code })
    return namesake ? conflict('fieldwork.pool.save.namesake', { name: zh, code: namesake }) : undefined
  },
  async handle({ trx, person, now }, { isNew: _, ...module }) {
    const { code, zh, en, icon, colour, businesses, steps, templates, position, roles, organisations } = module
    await sql`insert into field_module (code, name_zh, name_en, icon, colour, businesses, steps, templates, position, roles,
        organisations, saved_by, saved_at)
      values (${code}, ${zh}, ${en}, ${icon}, ${colour}, ${businesses}::text[], ${steps}::text[], ${templates}::text[],
        ${position}, ${roles}::text[], ${organisations}::uuid[], ${person.id}, ${now})
      on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, icon = excluded.icon,
        colour = excluded.colour, businesses = excluded.businesses, steps = excluded.steps, templates = excluded.templates,
        position = excluded.position, roles = excluded.roles, organisations = excluded.organisations,
        saved_by = excluded.saved_by, saved_at = excluded.saved_at`.execute(trx)
    return { code }
  },
  audit: (after, { code }, { before }) => ({ subject: `field-module:${code}`, before, after }),
})
