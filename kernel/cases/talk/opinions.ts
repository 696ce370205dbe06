import { sql } from 'kysely'
import { later } from '../../db/packets.ts'
import { insertOf } from '../../db/rows.ts'
import type { Stroke } from '../../forms/signature.ts'
import { newId } from '../../identity/new-id.ts'
import { invalid, Refusal } from '../../problems/problem.ts'
import { actorOf, type CaseWork } from '../work.ts'

export type Opinion = {
  id: string
  step: string | null
  taskId: string | null
  by: { id: string; name: string }
  at: Date
  text: string
  /** as it was drawn when this was written, where the step asks for one */
  signature: Stroke | null
}

/** 意见: what is written stands; another opinion is added, none is changed. */
export async function addOpinion(
  work: CaseWork,
  caseId: string,
  text: string,
  task?: { id: string; step: string },
  signature?: string,
): Promise<string> {
  if (text.trim() === '') throw new Refusal(invalid('cases.opinion.empty'))
  const id = newId()
  const row = {
    id,
    case_id: caseId,
    task_id: task?.id ?? null,
    step: task?.step ?? null,
    by: actorOf(work).id,
    at: work.now,
    text,
    signature: signature ?? null,
  }
  await later(work.trx, insertOf('opinion', [row]))
  return id
}

export async function opinionsOf(work: Pick<CaseWork, 'trx'>, caseId: string): Promise<Opinion[]> {
  const { rows } = await sql<Opinion>`select o.id, o.step, o.task_id as "taskId", o.at, o.text,
      jsonb_build_object('id', p.id, 'name', p.name) as by,
      case when s.id is null then null
        else jsonb_build_object('path', s.path, 'width', s.width, 'height', s.height) end as signature
    from opinion o join person p on p.id = o.by left join signature s on s.id = o.signature where o.case_id = ${caseId} order by o.at, o.id`.execute(
    work.trx,
  )
  return rows
}
