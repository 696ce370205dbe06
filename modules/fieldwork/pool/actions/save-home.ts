import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../../kernel/http/action.ts'
import { invalid } from '../../../../kernel/problems/problem.ts'
import { modulesFor } from '../field-module.ts'

/** 首页模块: what one has on the home page, in one's own order; on every phone one signs in to. */
export const saveHome = action({
  verb: 'fieldwork.home.save',
  input: Type.Object({ modules: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 100, uniqueItems: true }) }),
  facts: async ({ trx, person }) => ({ seen: (await modulesFor(trx, person)).map(({ code }) => code) }),
  refuse({ seen }, { modules }) {
    const stranger = modules.find((code) => !seen.includes(code))
    return stranger === undefined ? undefined : invalid('fieldwork.home.save.unknown', { code: stranger })
  },
  async handle({ trx, person, now }, { modules }) {
    await sql`insert into field_home (person, modules, saved_at) values (${person.id}, ${modules}::text[], ${now})
      on conflict (person) do update set modules = excluded.modules, saved_at = excluded.saved_at`.execute(trx)
    return { modules }
  },
  audit: ({ modules }) => ({ subject: 'field-home:own', after: { modules } }),
})
