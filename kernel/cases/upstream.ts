import { sql } from 'kysely'
import { json } from '../db/database.ts'
import { newId } from '../identity/new-id.ts'
import { conflict, notFound, type Problem, Refusal } from '../problems/problem.ts'
import { type Filing, fileCase } from './file-case.ts'
import { openCase } from './open-case.ts'
import { readProcess } from './publish-process.ts'
import type { CaseTables } from './tables.ts'
import { type CaseWork, tablesOf } from './work.ts'

/** What another system asks to be filed. `key`: the number it has there, of a contract or a decision; one case a number. */
export type UpstreamRequest = { source: string; key: string; process: string; request: Omit<Filing, 'links'> }

/** Filed as a case, or kept with the reason why not. */
export type Received = { id: string; caseId: string | null; number: string | null; problem: Problem | null }

/**
 * Files what came from upstream, once however often it comes; what cannot be filed is kept, never lost: it is filed when it
 * comes again put right, or by 补推 (`fileAgain`).
 */
export async function receiveFiling(
  work: CaseWork,
  { source, key, process, request }: UpstreamRequest,
): Promise<Received> {
  const kept = { process, request: json(request) }
  await tablesOf(work)
    .insertInto('upstream_filing')
    .values({ ...kept, id: newId(), source, key, received_at: work.now, attempts: 0, tried_at: work.now, ...NOT_YET })
    .onConflict((c) => c.columns(['source', 'key']).doUpdateSet(kept).where('upstream_filing.case_id', 'is', null))
    .execute()
  const { rows } =
    await sql<Kept>`select * from upstream_filing where source = ${source} and key = ${key} for update`.execute(
      work.trx,
    )
  const row = rows[0]!
  return row.case_id ? { id: row.id, ...(await filedAs(work, row.case_id)), problem: null } : tryFiling(work, row)
}

type Kept = CaseTables['upstream_filing']
const NOT_YET = { case_id: null, problem: null }

/** 补推: tries again what could not be filed, as it came, after the reason is gone. */
export async function fileAgain(work: CaseWork, id: string): Promise<Received> {
  const { rows } = await sql<Kept>`select * from upstream_filing where id = ${id} for update`.execute(work.trx)
  const [row] = rows
  if (!row) throw new Refusal(notFound('cases.filing.unknown'))
  if (row.case_id)
    throw new Refusal(conflict('cases.filing.filed', { ...(await filedAs(work, row.case_id)), key: row.key }))
  return tryFiling(work, row)
}

async function tryFiling(work: CaseWork, row: Kept): Promise<Received> {
  const tried = { attempts: row.attempts + 1, tried_at: work.now }
  const outcome = await attempt(work, row)
  const problem = 'problem' in outcome ? outcome.problem : null
  const caseId = 'problem' in outcome ? null : outcome.id
  await tablesOf(work)
    .updateTable('upstream_filing')
    .set({ ...tried, case_id: caseId, problem: problem && json(problem) })
    .where('id', '=', row.id)
    .execute()
  return { id: row.id, caseId, number: 'problem' in outcome ? null : outcome.number, problem }
}

/** A refusal takes back what was begun and is answered; anything else fails the whole act. */
async function attempt(work: CaseWork, row: Kept): Promise<{ id: string; number: string } | { problem: Problem }> {
  await sql`savepoint filing`.execute(work.trx)
  try {
    const request = row.request as Omit<Filing, 'links'>
    const { filing } = await readProcess(work.trx, row.process)
    const filed = await (filing ? fileCase : openCase)(work, row.process, request)
    await sql`release savepoint filing`.execute(work.trx)
    return filed
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await sql`rollback to savepoint filing`.execute(work.trx)
    return { problem: error.problem }
  }
}

async function filedAs({ trx }: CaseWork, caseId: string): Promise<{ caseId: string; number: string }> {
  const { rows } = await sql<{ number: string }>`select number from case_ where id = ${caseId}`.execute(trx)
  return { caseId, number: rows[0]!.number }
}

export type UpstreamRow = Received &
  Omit<UpstreamRequest, 'request'> & {
    title: string
    areaCode: string
    receivedAt: Date
    attempts: number
    triedAt: Date
  }

/** `text`: part of the number or the title. `areas`: code prefixes one may see. */
export async function upstreamFilings(
  { trx }: Pick<CaseWork, 'trx'>,
  { state, text = '', areas }: { state?: 'failed' | 'filed'; text?: string; areas: string[] },
): Promise<UpstreamRow[]> {
  const { rows } = await sql<UpstreamRow>`select f.id, f.source, f.key, f.process, f.request->>'title' as title,
      f.request->>'areaCode' as "areaCode", f.received_at as "receivedAt", f.attempts, f.tried_at as "triedAt",
      f.case_id as "caseId", c.number, f.problem
    from upstream_filing f left join case_ c on c.id = f.case_id
    where (${state ?? null}::text is null or (f.case_id is null) = (${state ?? null} = 'failed'))
      and strpos(f.key || ' ' || (f.request->>'title'), ${text}) > 0
      and exists (select from unnest(${areas}::text[]) as a (code) where starts_with(f.request->>'areaCode', a.code))
    order by f.received_at desc limit 200`.execute(trx)
  return rows
}

export async function areaOfFiling({ trx }: Pick<CaseWork, 'trx'>, id: string): Promise<string> {
  const { rows } = await sql<{
    area: string
  }>`select request->>'areaCode' as area from upstream_filing where id = ${id}`.execute(trx)
  if (!rows[0]) throw new Refusal(notFound('cases.filing.unknown'))
  return rows[0].area
}
