import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { invalid } from '../../../kernel/problems/problem.ts'

/** Digits of a code, GB/T 2260 and 10114: county 6, town 9, village 12. */
const DIGITS = { county: 6, town: 9, village: 12 } as const
const ABOVE = { town: 6, village: 9 } as const

/** 维护行政区: adds an area, or gives one that is there another name. */
export const saveArea = action({
  verb: 'administration.area.save',
  input: Type.Object({
    code: Type.String({ pattern: '^[0-9]{6,12}$' }),
    name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
    level: Type.Union([Type.Literal('county'), Type.Literal('town'), Type.Literal('village')]),
  }),
  async facts({ trx }, { code, level }) {
    const above = level === 'county' ? null : code.slice(0, ABOVE[level])
    const { rows } = await sql<{ code: string; name: string }>`select code, name from area
      where code in (${code}, ${above})`.execute(trx)
    return {
      above,
      hasAbove: above === null || rows.some((row) => row.code === above),
      before: rows.find((row) => row.code === code) ?? null,
    }
  },
  scope: (_facts, { code }) => ({ area: code }),
  refuse({ above, hasAbove }, { code, level }) {
    if (code.length !== DIGITS[level])
      return invalid('administration.area.save.digits', { code, digits: DIGITS[level] })
    return hasAbove ? undefined : invalid('administration.area.save.no-above', { code, above: above ?? '' })
  },
  async handle({ trx }, { code, name, level }, { above }) {
    await sql`insert into area (code, name, level, parent) values (${code}, ${name}, ${level}, ${above})
      on conflict (code) do update set name = excluded.name`.execute(trx)
  },
  audit: ({ code, ...after }, _result, { before }) => ({ subject: `area:${code}`, before, after }),
})
