import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import type { Scope } from '../../kernel/identity/can.ts'
import { notFound, Refusal } from '../../kernel/problems/problem.ts'

export type ServiceFile = { title: string; stoppedAt: Date | null; stoppedWhy: string | null }

/** How a service stands; refuses when there is none of this code. */
export async function serviceFile(trx: Trx, code: string): Promise<ServiceFile> {
  const { rows } =
    await sql<ServiceFile>`select title_zh as title, stopped_at as "stoppedAt", stopped_why as "stoppedWhy"
    from service where code = ${code} for update`.execute(trx)
  if (!rows[0]) throw new Refusal(notFound('administration.service.unknown', { service: code }))
  return rows[0]
}

/** A service runs, or not, for everybody: a right that is limited to some place or organisation is none to it. */
export const wholeService = (service: string): Scope => ({ service, area: '', organisation: [], business: '*' })
