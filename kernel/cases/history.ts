import { sql } from 'kysely'
import { later } from '../db/packets.ts'
import { insertOf } from '../db/rows.ts'
import type { CaseWork } from './work.ts'

export type NewEvent = {
  caseId: string
  verb: string
  taskId?: string
  step?: string
  detail?: Record<string, unknown>
}

export type CaseEvent = {
  id: number
  at: Date
  by: { id: string; name: string } | null
  verb: string
  taskId: string | null
  step: string | null
  detail: Record<string, unknown>
}

/** 留痕: rows that are only ever added. */
export async function record(work: CaseWork, events: NewEvent[]): Promise<void> {
  if (events.length === 0) return
  const rows = events.map(({ caseId, verb, taskId, step, detail }) => ({
    case_id: caseId,
    at: work.now,
    by: work.person?.id ?? null,
    verb,
    task_id: taskId ?? null,
    step: step ?? null,
    detail: JSON.stringify(detail ?? {}),
  }))
  await later(work.trx, insertOf('case_event', rows))
}

/** Oldest first. */
export async function history(work: Pick<CaseWork, 'trx'>, caseId: string): Promise<CaseEvent[]> {
  const { rows } = await sql<CaseEvent>`select e.id, e.at, e.verb, e.task_id as "taskId", e.step, e.detail,
      case when p.id is null then null else jsonb_build_object('id', p.id, 'name', p.name) end as by
    from case_event e left join person p on p.id = e.by where e.case_id = ${caseId} order by e.id`.execute(work.trx)
  return rows
}
