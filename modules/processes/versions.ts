import { sql } from 'kysely'
import type { CaseProcess } from '../../kernel/cases/case-process.ts'
import { readProcess } from '../../kernel/cases/publish-process.ts'
import type { Trx } from '../../kernel/db/database.ts'
import { notFound, Refusal } from '../../kernel/problems/problem.ts'
import type { DecisionTable } from '../../kernel/process/decision/table.ts'
import type { DesignKind } from './schema.ts'

/** A bureau's own versions of what the program ships are numbered from here, so that the program's next never clash. */
const OWN_FROM = 1001

const TABLES = { process: sql.raw('process_definition'), decision: sql.raw('decision_definition') }

/** Newest version, and whether any came with the program; undefined where nothing of the name is published. */
export async function standing(
  trx: Trx,
  kind: DesignKind,
  key: string,
): Promise<{ newest: number; shipped: number | null } | undefined> {
  const { rows } = await sql<{ newest: number | null; shipped: number | null }>`select max(version) as newest,
    max(version) filter (where published_by is null) as shipped from ${TABLES[kind]} where key = ${key}`.execute(trx)
  const { newest, shipped } = rows[0]!
  return newest === null ? undefined : { newest, shipped }
}

export async function nextVersion(trx: Trx, kind: DesignKind, key: string): Promise<number> {
  const known = await standing(trx, kind, key)
  if (!known) return 1
  return known.shipped === null ? known.newest + 1 : Math.max(OWN_FROM, known.newest + 1)
}

/** The program's own newest version, whose code relies on its steps. */
export async function shippedProcess(trx: Trx, key: string): Promise<CaseProcess | undefined> {
  const known = await standing(trx, 'process', key)
  return known?.shipped ? readProcess(trx, key, known.shipped) : undefined
}

/** The given version, by number or digest, or the newest. */
export async function readDecision(
  trx: Trx,
  key: string,
  { version = null, digest = null }: { version?: number | null; digest?: string | undefined | null } = {},
): Promise<DecisionTable> {
  const { rows } = await sql<{ definition: DecisionTable }>`select definition from decision_definition
    where key = ${key} and (${version}::int is null or version = ${version})
      and (${digest}::text is null or definition->>'version' = ${digest})
    order by version desc limit 1`.execute(trx)
  if (!rows[0])
    throw new Refusal(notFound('processes.version.unknown', { key, version: version ?? digest ?? 'newest' }))
  return rows[0].definition
}
