import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'

/** A package that was asked for; `digest` null until it is made, `failed` why it was not. */
export type PackageRow = {
  id: string
  cases: string[]
  numbers: string[]
  adapter: string
  madeBy: string
  madeByName: string
  askedAt: Date
  madeAt: Date | null
  digest: string | null
  size: number | null
  fileName: string | null
  failed: string | null
}

const COLUMNS = sql`e.id, e.cases, array(select c.number from case_ c where c.id = any(e.cases) order by c.number) as numbers, e.adapter,
  e.made_by as "madeBy", p.name as "madeByName", e.asked_at as "askedAt", e.made_at as "madeAt", e.digest, e.size::float as size,
  e.file_name as "fileName", e.failed`

export async function packagesOf(trx: Trx, person: string, caseId?: string): Promise<PackageRow[]> {
  const { rows } =
    await sql<PackageRow>`select ${COLUMNS} from field_evidence_package e join person p on p.id = e.made_by
    where e.made_by = ${person} and (${caseId ?? null}::uuid is null or ${caseId ?? null}::uuid = any(e.cases))
    order by e.asked_at desc limit 100`.execute(trx)
  return rows
}

export async function readPackage(trx: Trx, id: string): Promise<PackageRow | undefined> {
  const { rows } =
    await sql<PackageRow>`select ${COLUMNS} from field_evidence_package e join person p on p.id = e.made_by
    where e.id = ${id}`.execute(trx)
  return rows[0]
}

export async function addPackage(
  trx: Trx,
  { id, cases, adapter, by, now }: { id: string; cases: string[]; adapter: string; by: string; now: Date },
): Promise<void> {
  await sql`insert into field_evidence_package (id, cases, adapter, made_by, asked_at)
    values (${id}, ${cases}::uuid[], ${adapter}, ${by}, ${now})`.execute(trx)
}

export async function finishPackage(
  trx: Trx,
  id: string,
  made: { digest: string; size: number; fileName: string; now: Date },
): Promise<void> {
  await sql`update field_evidence_package set digest = ${made.digest}, size = ${made.size}, file_name = ${made.fileName},
    made_at = ${made.now}, failed = null where id = ${id}`.execute(trx)
}

export async function failPackage(trx: Trx, id: string, why: string): Promise<void> {
  await sql`update field_evidence_package set failed = ${why.slice(0, 500)} where id = ${id} and digest is null`.execute(
    trx,
  )
}
