import { sql } from 'kysely'
import { calendarFor } from '../calendar.ts'
import type { CaseProcess } from '../case-process.ts'
import { record } from '../history.ts'
import { today } from '../limits.ts'
import { membersOf, openTasksOf, peopleToAct } from '../people-to-act.ts'
import { processReader } from '../publish-process.ts'
import { stepOf } from '../standing.ts'
import type { CaseRow, Limit, TaskRow } from '../tables.ts'
import { notify } from '../talk/notices.ts'
import type { CaseWork } from '../work.ts'
import { type Alarm, alarmOn } from './alarm.ts'

type Place = Pick<TaskRow, 'area_code' | 'organisation' | 'business'>

/** A task, or a whole case, whose lamp has turned. */
type Late = Place &
  Pick<Limit, 'due' | 'alarm_on'> &
  Pick<CaseRow, 'number' | 'process' | 'process_version'> & {
    id: string
    case_id: string
    task: Pick<TaskRow, 'id' | 'step' | 'item' | 'role' | 'assignee'> | null
  }

/**
 * Tells whoever is to act that a lamp has turned yellow or red, and the leader when it has been red for too long. Each is
 * told once: the row says what comes next, and is changed in the transaction that tells. Rows another server is at are left
 * to it. Returns how many were told of; call again while it is `limit`.
 */
export async function raiseAlarms(work: CaseWork, limit = 200): Promise<number> {
  const tasks = await lateTasks(work, limit)
  const cases = tasks.length < limit ? await lateCases(work, limit - tasks.length) : []
  await raise(work, 'task', tasks)
  await raise(work, 'case_', cases)
  return tasks.length + cases.length
}

async function lateTasks(work: CaseWork, limit: number): Promise<Late[]> {
  const { rows } = await sql<Late>`select t.id, t.case_id, t.due, t.alarm_on, t.area_code, t.organisation, t.business,
      c.number, c.process, c.process_version,
      jsonb_build_object('id', t.id, 'step', t.step, 'item', t.item, 'role', t.role, 'assignee', t.assignee) as task
    from task t join case_ c on c.id = t.case_id
    where t.alarm_on <= ${today(work.now)}::date and t.alarm_on < 'infinity' and t.state in ('open', 'claimed')
    order by t.alarm_on limit ${limit} for no key update of t skip locked`.execute(work.trx)
  return rows
}

async function lateCases(work: CaseWork, limit: number): Promise<Late[]> {
  const { rows } =
    await sql<Late>`select c.id, c.id as case_id, c.due, c.alarm_on, c.area_code, c.organisation, c.business,
      c.number, c.process, c.process_version, null as task
    from case_ c where c.alarm_on <= ${today(work.now)}::date and c.alarm_on < 'infinity' and c.state = 'running'
    order by c.alarm_on limit ${limit} for no key update skip locked`.execute(work.trx)
  return rows
}

async function raise(work: CaseWork, table: 'task' | 'case_', late: Late[]): Promise<void> {
  if (late.length === 0) return
  const calendar = await calendarFor(work)
  const processOf = processReader(work.trx)
  const next: string[] = []
  for (const one of late) {
    const process = await processOf(one.process, one.process_version)
    const escalation = process.escalation?.[one.task?.step ?? '*']
    const alarm = alarmOn(today(work.now), one, escalation, calendar)
    if (alarm.lamp) await tell(work, process, one, alarm.lamp)
    if (alarm.escalate) await escalate(work, process, one, escalation!.role)
    next.push(alarm.next)
  }
  await sql`update ${sql.table(table)} t set alarm_on = n.day
    from unnest(${late.map(({ id }) => id)}::uuid[], ${next}::date[]) as n (id, day) where t.id = n.id`.execute(
    work.trx,
  )
}

async function tell(work: CaseWork, process: CaseProcess, late: Late, lamp: NonNullable<Alarm['lamp']>): Promise<void> {
  const { case_id: caseId, task, due } = late
  const tasks = task ? [{ ...late, ...task }] : await openTasksOf(work, caseId)
  const people = await peopleToAct(work, tasks, today(work.now))
  const kind = lamp === 'yellow' ? 'lampYellow' : 'lampRed'
  await notify(work, people, { caseId, taskId: task?.id, kind, params: paramsOf(process, late) })
  await record(work, [{ caseId, verb: 'lamp', taskId: task?.id, step: task?.step, detail: { lamp, due, people } }])
}

async function escalate(work: CaseWork, process: CaseProcess, late: Late, role: string): Promise<void> {
  const { case_id: caseId, task, due } = late
  const people = await membersOf(work, { ...late, role })
  await notify(work, people, { caseId, taskId: task?.id, kind: 'escalated', params: paramsOf(process, late) })
  await record(work, [{ caseId, verb: 'escalate', taskId: task?.id, step: task?.step, detail: { role, due, people } }])
}

const paramsOf = (process: CaseProcess, { number, due, task }: Late) => ({
  number,
  due,
  step: task ? [stepOf(process, task.step).title.zh, task.item].filter(Boolean).join(' · ') : process.title.zh,
})
