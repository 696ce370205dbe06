import { sql } from 'kysely'
import { json, type Trx } from '../../db/database.ts'
import { countIssues } from '../browse-issues.ts'
import type { LayerRunRow } from './layer-runs.ts'

/** All blocks are judged: exceptions that still hold are carried over, what was found is kept in numbers. */
export async function endLayerRun(trx: Trx, run: LayerRunRow, now: Date): Promise<void> {
  await carryWaivers(trx, run, now)
  const found: Record<string, number> = { A: 0, B: 0, C: 0 }
  for (const { severity, count } of await countIssues(trx, run.id)) found[severity]! += count
  await sql`update quality_run set ended_at = ${now}, found = ${json(found)} where id = ${run.id}`.execute(trx)
  await sql`update quality_block set pieces = null, tangled = null
    where run = ${run.id} and pieces is not null`.execute(trx)
  // Nobody gathers statistics on the embedded engine by itself.
  await sql`analyze quality_issue`.execute(trx)
}

/** The very issue that was waived in an earlier run of the layer is waived here too, until that waiver ends. */
async function carryWaivers(trx: Trx, { id, layer }: LayerRunRow, now: Date): Promise<void> {
  await sql`update quality_issue i
    set state = 'waived', settled_by = w.settled_by, settled_at = w.settled_at, reason = w.reason, until = w.until
    from (select distinct on (q.key) q.key, q.settled_by, q.settled_at, q.reason, q.until from quality_issue q
      join quality_run r on r.id = q.run
      where q.state = 'waived' and r.layer = ${layer} and r.as_of is not null and r.id <> ${id}
        and (q.until is null or q.until >= ${now}::timestamptz::date)
      order by q.key, q.settled_at desc) w
    where i.run = ${id} and i.key = w.key and i.state = 'open'`.execute(trx)
}
