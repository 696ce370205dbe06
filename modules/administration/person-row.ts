import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import type { PersonKind } from '../../kernel/identity/tables.ts'
import { notFound, Refusal } from '../../kernel/problems/problem.ts'

/** All that is kept of a person beside their rights. */
export type PersonFile = {
  login: string
  name: string
  organisation: string
  nickname: string | null
  phone: string | null
  department: string | null
  title: string | null
  certificate: string | null
  kind: PersonKind
  networks: string[]
  approvedDevicesOnly: boolean
  refusedServices: string[]
  managedServices: string[]
  endedAt: Date | null
}

/** Ended ones too; refuses when there is no such person, or they were deleted. */
export async function personFile(trx: Trx, id: string): Promise<PersonFile> {
  const { rows } =
    await sql<PersonFile>`select login, name, organisation, nickname, phone, department, title, certificate,
      kind, networks, approved_devices_only as "approvedDevicesOnly", refused_services as "refusedServices",
      managed_services as "managedServices", ended_at as "endedAt"
    from person where id = ${id} and deleted_at is null`.execute(trx)
  if (!rows[0]) throw new Refusal(notFound('administration.person.unknown'))
  return rows[0]
}
