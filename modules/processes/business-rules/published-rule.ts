import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import type { DecisionTable } from '../../../kernel/process/decision/table.ts'

export type PublishedRule = { key: string; version: number; table: DecisionTable }

/**
 * The version asked for, or the newest; `on`: the one in force at that instant, of a rule published only later its first one.
 * Refuses a rule that was never published.
 */
export async function publishedRule(
  trx: Trx,
  key: string,
  { version = null, on = null }: { version?: number | null; on?: Date | null } = {},
): Promise<PublishedRule> {
  const { rows } = await sql<PublishedRule>`select key, version, definition as table from decision_definition
    where key = ${key} and (${version}::int is null or version = ${version})
    order by (${on}::timestamptz is null or published_at <= ${on}) desc,
      case when ${on}::timestamptz is not null and published_at > ${on} then version else -version end limit 1`.execute(
    trx,
  )
  if (!rows[0])
    throw new Refusal(
      version === null
        ? notFound('processes.rule.unknown', { rule: key })
        : notFound('processes.rule.unknown-version', { rule: key, version }),
    )
  return rows[0]
}

/** Every rule in force, by key: the newest version of each. */
export async function publishedRules(trx: Trx): Promise<{ key: string; title: string; version: number }[]> {
  const { rows } = await sql<{ key: string; title: string; version: number }>`select distinct on (key) key, version,
    definition->>'name' as title from decision_definition order by key, version desc`.execute(trx)
  return rows
}
