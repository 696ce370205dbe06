import { sql } from 'kysely'
import { actorOf, type CaseWork } from '../work.ts'
import type { NewNotice } from './notices.ts'

type Notice = NewNotice & { id: string; at: Date; readAt: Date | null }

/** For tests only: what the acting person was told of cases. The newest first, those not yet read before all others; `unread` counts all of them. */
export async function noticesFor(work: CaseWork, limit = 50): Promise<{ rows: Notice[]; unread: number }> {
  const mine = sql`person = ${actorOf(work).id} and starts_with(title, 'notice.') and deleted_at is null`
  const { rows } =
    await sql<Notice>`select id, link->>'caseId' as "caseId", link->>'taskId' as "taskId", substr(title, 8) as kind,
      params, at, read_at as "readAt" from message where ${mine} order by read_at is not null, id desc limit ${limit}`.execute(
      work.trx,
    )
  const unread = await sql<{ n: number }>`select count(*)::int as n from message
    where ${mine} and read_at is null`.execute(work.trx)
  return { rows, unread: unread.rows[0]!.n }
}
