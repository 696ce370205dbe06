import { sql } from 'kysely'
import { conflict } from '../problems/problem.ts'
import { changeTask, entryOf, holdForAct } from './act-on-task.ts'
import { type Moved, transition } from './transition.ts'
import type { CaseWork } from './work.ts'

/** 撤回: takes one's own act back as long as nobody has claimed what came of it. */
export async function withdraw(work: CaseWork, taskId: string): Promise<Moved> {
  const held = await holdForAct(work, taskId, 'withdraw')
  const { task } = held
  const claimed = await claimedTasks(work, task.case_id)
  const moved = await transition(
    work,
    held,
    { type: 'withdraw', task: task.key },
    {
      entry: entryOf({ ...held, behalf: null }, 'withdraw'),
      refuse: ({ cancelled }) => {
        const next = cancelled.find(({ task: key }) => claimed.has(key))
        return next && conflict('cases.withdraw.next-has-claimed', { step: next.step, by: claimed.get(next.task)! })
      },
    },
  )
  await changeTask(work, task, { outcome: 'withdrawn' })
  return moved
}

/** key → name of who holds it */
async function claimedTasks(work: CaseWork, caseId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{
    key: string
    name: string
  }>`select t.key, p.name from task t join person p on p.id = t.assignee
    where t.case_id = ${caseId} and t.state = 'claimed'`.execute(work.trx)
  return new Map(rows.map(({ key, name }) => [key, name]))
}
