import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { action } from '../../../kernel/http/action.ts'
import { invalid } from '../../../kernel/problems/problem.ts'
import { personFile } from '../person-row.ts'

const Services = Type.Array(Type.String({ maxLength: 60 }), { maxItems: 100, uniqueItems: true })

/**
 * 服务访问设置, 服务管理权限: which services an account may not use whatever its roles say, and which it may stop and start again. Works at
 * its next call. Nobody sets this for themselves.
 */
export const allowServices = action({
  verb: 'administration.service.allow',
  input: Type.Object({ person: Type.String({ format: 'uuid' }), refused: Services, managed: Services }),
  async facts({ trx, person: actor }, { person, refused, managed }) {
    const before = await personFile(trx, person)
    return { before, isSelf: actor.id === person, unknown: await firstUnknown(trx, [...refused, ...managed]) }
  },
  scope: ({ before }) => ({ organisation: before.organisation }),
  refuse({ isSelf, unknown }) {
    if (isSelf) return invalid('administration.service.allow.self')
    return unknown === undefined ? undefined : invalid('administration.service.unknown', { service: unknown })
  },
  async handle({ trx }, { person, refused, managed }) {
    await sql`update person set refused_services = ${refused}::text[], managed_services = ${managed}::text[]
      where id = ${person}`.execute(trx)
  },
  audit: ({ person, ...after }, _result, { before: { refusedServices, managedServices } }) => ({
    ...{ subject: `person:${person}`, before: { refused: refusedServices, managed: managedServices }, after },
  }),
})

async function firstUnknown(trx: Trx, services: string[]): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`select code from service`.execute(trx)
  const known = new Set(rows.map(({ code }) => code))
  return services.find((code) => !known.has(code))
}
