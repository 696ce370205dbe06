import { sql } from 'kysely'
import type { World } from '../../apps/server/open-world.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { verifyAudit } from '../../kernel/identity/verify-audit.ts'
import { type Measure, percentile } from '../measure.ts'
import { file, hire, linksFor } from './bureau.ts'
import { workFor } from './transitions.ts'

/** More than anybody gets through. */
const CASES_A_SECOND = 120
const WARM_UP_SECONDS = 1

export type Asked = { users: number; seconds: number; aim: number; p95Aim: number | null }

/** People at work at the same time; afterwards every act must be in the audit, once, and the audit whole. */
export async function* throughput(
  world: World,
  origin: string,
  { users, seconds, aim, p95Aim }: Asked,
): AsyncGenerator<Measure> {
  const { db } = world.database
  const people = await inTransaction(db, (trx) => hire(trx, users))
  const cases = await file(world, people[0]!, Math.max(users, CASES_A_SECOND * seconds))
  const share = Math.max(users, CASES_A_SECOND * WARM_UP_SECONDS)
  const audited = () => inTransaction(db, countAudited)
  await sql`analyze`.execute(db)
  await workFor(WARM_UP_SECONDS, origin, await linksFor(world, people), await file(world, people[0]!, share))
  const before = await audited()
  const { acts, seconds: took, times } = await workFor(seconds, origin, await linksFor(world, people), cases)
  const missing = acts - ((await audited()) - before)
  const fault = await inTransaction(db, (trx) => verifyAudit(trx, world.auditKey))
  const failed =
    missing !== 0 ? `${missing} acts are not in the audit` : fault && `audit: ${fault.kind} at ${fault.sequence}`
  const who = `${users} people without a pause`
  yield {
    work: `audited transitions of human tasks a second, over HTTP, ${who}`,
    value: acts / took,
    unit: '/s',
    aim,
    ...(failed && { failed }),
  }
  yield { work: `the same, from asking to the answer, p95`, value: percentile(times, 0.95), unit: 'ms', aim: p95Aim }
  yield { work: `the same, p50`, value: percentile(times, 0.5), unit: 'ms', aim: null }
}

async function countAudited(trx: Parameters<typeof verifyAudit>[0]): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from audit where verb like 'casework.task.%'`.execute(trx)
  return rows[0]!.n
}
