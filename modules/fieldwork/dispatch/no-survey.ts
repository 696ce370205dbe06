import { sql } from 'kysely'
import { holdForAct } from '../../../kernel/cases/act-on-task.ts'
import { record } from '../../../kernel/cases/history.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import type { Context } from '../../../kernel/http/action.ts'
import { conflict, Refusal } from '../../../kernel/problems/problem.ts'
import { readFieldTask } from '../sync/standing.ts'

/**
 * 不调查: the range needs no survey of its own, as beside a neighbour of the same class. The mark goes with the hand-in: then
 * nothing of the range is sent inside. It can be changed, or taken back with null, until then.
 */
export async function markNoSurvey(context: Context, taskId: string, reason: string | null): Promise<void> {
  const { trx, person, now } = context
  await readFieldTask(trx, taskId)
  const { task } = await holdForAct(context, taskId, 'saveDraft')
  if (reason === null && !(await noSurveyOf(trx, taskId)))
    throw new Refusal(conflict('fieldwork.task.noSurvey.not-marked', { step: task.step }))
  if (reason === null) await clearNoSurvey(trx, taskId)
  else
    await sql`insert into field_no_survey (task_id, case_id, reason, by, at)
      values (${taskId}, ${task.case_id}, ${reason}, ${person.id}, ${now})
      on conflict (task_id) do update set reason = excluded.reason, by = excluded.by, at = excluded.at`.execute(trx)
  await noteChange(trx, taskId)
  const verb = reason === null ? 'surveyAfterAll' : 'noSurvey'
  await record(context, [{ caseId: task.case_id, taskId, step: task.step, verb, detail: reason ? { reason } : {} }])
}

export async function clearNoSurvey(trx: Trx, taskId: string): Promise<void> {
  await sql`delete from field_no_survey where task_id = ${taskId}`.execute(trx)
}

/** The mark lies beside the task: phones are told of it as of a change of the task. */
async function noteChange(trx: Trx, taskId: string): Promise<void> {
  await sql`update field_task_change set xid = pg_current_xact_id()::text::bigint, serial = nextval('field_task_change_serial')
    where task_id = ${taskId}`.execute(trx)
}

export async function noSurveyOf(trx: Trx, taskId: string): Promise<{ reason: string } | undefined> {
  const { rows } = await sql<{ reason: string }>`select reason from field_no_survey where task_id = ${taskId}`.execute(
    trx,
  )
  return rows[0]
}

/** Whether the field work of a case was last handed in as not surveyed: then none of it is sent inside. */
export async function isHandedInUnsurveyed(trx: Trx, caseId: string): Promise<boolean> {
  const { rows } = await sql<{ marked: boolean }>`select n.task_id is not null as marked from task t
    left join field_no_survey n on n.task_id = t.id
    where t.case_id = ${caseId} and t.role = 'investigator' and t.state = 'done' and t.outcome is distinct from 'withdrawn'
    order by t.done_at desc limit 1`.execute(trx)
  return rows[0]?.marked ?? false
}
