import { sql } from 'kysely'
import type { World } from '../../apps/server/open-world.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { verifyAudit } from '../../kernel/identity/verify-audit.ts'
import { type Measure, percentile } from '../measure.ts'
import { file, hire, linksFor } from './bureau.ts'
import { type Worked, workFor } from './transitions.ts'

/** More than anybody gets through. */
const CASES_A_SECOND = 120
const WARM_UP_SECONDS = 1

/** `aim`: acts a second. `pace`: acts a second that are offered in the second run; null: there is none. */
export type Asked = { users: number; seconds: number; aim: number; p95Aim: number | null; pace: number | null }

/** People at work at the same time; afterwards every act must be in the audit, once, and the audit whole. */
export async function* throughput(world: World, origin: string, asked: Asked): AsyncGenerator<Measure> {
  const { users, seconds, aim, p95Aim, pace } = asked
  const people = await inTransaction(world.database.db, (trx) => hire(trx, users))
  const work = (length: number, rate?: number) => audited(world, people, origin, length, rate)
  await work(WARM_UP_SECONDS)
  const { worked, failed } = await work(seconds)
  const who = `audited transitions of human tasks a second, over HTTP, ${users} people`
  yield { work: `${who} without a pause`, ...rateOf(worked), aim, ...failed }
  yield { work: 'the same, from asking to the answer, p95', ...msOf(worked, 0.95), aim: pace ? null : p95Aim }
  yield { work: 'the same, p50', ...msOf(worked, 0.5), aim: null }
  if (!pace) return
  const paced = await work(seconds, pace)
  yield { work: `${who}, ${pace} offered a second`, ...rateOf(paced.worked), aim, ...paced.failed }
  yield {
    work: 'the same, from the moment it was meant to begin to the answer, p95',
    ...msOf(paced.worked, 0.95),
    aim: p95Aim,
  }
  yield { work: 'the same, p50', ...msOf(paced.worked, 0.5), aim: null }
}

const rateOf = ({ acts, seconds }: Worked) => ({ value: acts / seconds, unit: '/s' as const })
const msOf = ({ times }: Worked, share: number) => ({ value: percentile(times, share), unit: 'ms' as const })

async function audited(
  world: World,
  people: string[],
  origin: string,
  seconds: number,
  pace?: number,
): Promise<{ worked: Worked; failed: { failed?: string } }> {
  const { db } = world.database
  const cases = await file(world, people[0]!, Math.max(people.length, CASES_A_SECOND * seconds))
  await sql`analyze task, case_, audit`.execute(db)
  const links = await linksFor(world, people)
  const before = await inTransaction(db, countAudited)
  const worked = await workFor(seconds, origin, links, cases, pace)
  const missing = worked.acts - ((await inTransaction(db, countAudited)) - before)
  const fault = await inTransaction(db, (trx) => verifyAudit(trx, world.auditKey))
  if (missing !== 0) return { worked, failed: { failed: `${missing} acts are not in the audit` } }
  return { worked, failed: fault ? { failed: `audit: ${fault.kind} at ${fault.sequence}` } : {} }
}

async function countAudited(trx: Parameters<typeof verifyAudit>[0]): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from audit where verb like 'casework.task.%'`.execute(trx)
  return rows[0]!.n
}
