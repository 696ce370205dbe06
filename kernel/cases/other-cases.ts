import { sql } from 'kysely'
import { closeForGood } from './close-case.ts'
import { record } from './history.ts'
import { openRows } from './open-rows.ts'
import { readProcess } from './publish-process.ts'
import { holdCase, readCase } from './standing.ts'
import type { FollowUp } from './store-advance.ts'
import type { CaseTables } from './tables.ts'
import { type CaseWork, tablesOf } from './work.ts'

type Wait = Pick<CaseTables['case_wait'], 'case_id' | 'token' | 'step'>

/** 子案: the same title (of several, with what each is for), place and organisation; the parent waits until it ends. */
export async function openChild(
  work: CaseWork,
  { parent, token, step, process, version, facts, item }: Extract<FollowUp, { kind: 'open' }>,
): Promise<FollowUp[]> {
  const { title, area_code: areaCode, organisation, opened_by } = await readCase(work, parent)
  const model = await readProcess(work.trx, process, version)
  const request = { title: item ? `${title} · ${item}` : title, areaCode, organisation, data: facts }
  const { opened, follow } = await openRows(work, model, [request], work.person?.id ?? opened_by)
  const { id: child, number } = opened[0]!
  await sql`update case_ set scope = p.scope from case_ p where case_.id = ${child} and p.id = ${parent}`.execute(
    work.trx,
  )
  const tables = tablesOf(work)
  const wait = { case_id: parent, token, step, kind: 'case' as const, event: null, due_at: null, child }
  await tables.insertInto('case_wait').values(wait).execute()
  const link = { from_case: parent, to_case: child, kind: 'child' as const }
  await tables
    .insertInto('case_link')
    .values({ ...link, linked_at: work.now, linked_by: work.person?.id ?? null })
    .execute()
  await record(work, [{ caseId: parent, verb: 'openChild', step, detail: { child, number, process } }])
  return follow
}

/** A child whose parent has gone on without it: nobody waits for it any more. */
export async function closeChild(
  work: CaseWork,
  { child, parent }: Extract<FollowUp, { kind: 'close' }>,
): Promise<FollowUp[]> {
  const held = await holdCase(work, child)
  if (held.row.state !== 'running' && held.row.state !== 'suspended') return []
  const follow = await closeForGood(work, held)
  await record(work, [{ caseId: child, verb: 'closeIrregularly', detail: { parent } }])
  return follow
}

/** The case that waits for this child. */
export async function parentOf({ trx }: Pick<CaseWork, 'trx'>, child: string): Promise<Wait | undefined> {
  const { rows } = await sql<Wait>`select case_id, token, step from case_wait
    where kind = 'case' and child = ${child}`.execute(trx)
  return rows[0]
}

/** Waits for the event in cases linked with this one, in one order for everybody. */
export async function linkedWaits({ trx }: Pick<CaseWork, 'trx'>, from: string, event: string): Promise<Wait[]> {
  const { rows } = await sql<Wait>`select case_id, token, step from case_wait where kind = 'event' and event = ${event}
    and case_id in (select to_case from case_link where from_case = ${from}
      union select from_case from case_link where to_case = ${from})
    order by case_id, token`.execute(trx)
  return rows
}

/** False when somebody else has answered it meanwhile. */
export async function takeWait({ trx }: Pick<CaseWork, 'trx'>, { case_id, token }: Wait): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from case_wait where case_id = ${case_id} and token = ${token}`.execute(
    trx,
  )
  return numAffectedRows === 1n
}

/** Children that ended while their parent was suspended: told of when it is resumed. */
export async function endedChildren({ trx }: Pick<CaseWork, 'trx'>, parent: string): Promise<FollowUp[]> {
  const { rows } = await sql<Extract<FollowUp, { kind: 'ended' }>>`select 'ended' as kind, c.id as child, c.number,
      coalesce(c.result, '') as result, c.data as facts
    from case_wait w join case_ c on c.id = w.child
    where w.case_id = ${parent} and w.kind = 'case' and c.state in ('ended', 'closedIrregularly')`.execute(trx)
  return rows
}
