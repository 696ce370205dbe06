// People at work who are killed by their parent: claim and complete through the actions, as requests do them, each act in a
// transaction of its own with its audit row. Says of every act that was answered what it was: «casework.task.claim <task>».
import { sql } from 'kysely'
import { approval } from '../../bench/cases/approval.ts'
import { openCases } from '../../kernel/cases/open-case.ts'
import { type DatabaseOptions, inTransaction, openDatabase } from '../../kernel/db/database.ts'
import { runAction } from '../../kernel/http/run-action.ts'
import type { Person } from '../../kernel/identity/can.ts'
import { loadPerson } from '../../kernel/identity/people.ts'
import { claimTask } from '../../modules/casework/actions/claim-task.ts'
import { completeTask } from '../../modules/casework/actions/complete-task.ts'
import { testAuditKey, testFiles, testSigner } from '../act.ts'

export type Told = { options: DatabaseOptions; people: string[] }

const CASES_AT_ONCE = 20
const actions = [claimTask, completeTask]

const { options, people }: Told = JSON.parse(process.argv[2]!)
const { db } = await openDatabase(options)

async function act(person: Person, action: (typeof actions)[number], input: { taskId: string }): Promise<void> {
  await inTransaction(db, (trx) => {
    const startJob = () => Promise.reject(new Error('an approval has no service steps'))
    const context = { trx, person, now: new Date(), files: testFiles, signer: testSigner, startJob }
    return runAction(action, context, input, testAuditKey)
  })
  process.stdout.write(`${action.verb} ${input.taskId}\n`)
}

/** One of the tasks on this person's desk: what the one who was killed left claimed goes first. New cases when all is done. */
async function nextTask(person: Person, among: number): Promise<{ id: string; state: string }> {
  const { rows } = await sql<{
    id: string
    state: string
  }>`select t.id, t.state from task t join case_ c on c.id = t.case_id
    where t.state in ('open', 'claimed') and (t.assignee is null or t.assignee = ${person.id})
      and mod(hashtext(c.id::text)::bigint + 2147483648, ${people.length}::bigint) = ${among}
    order by t.state = 'open', t.opened_at limit 1`.execute(db)
  if (rows[0]) return rows[0]
  const requests = Array.from({ length: CASES_AT_ONCE }, (_, n) => ({ title: `备案 ${n}`, areaCode: '610799101' }))
  const data = { applicant: '云栖农业合作社' }
  await inTransaction(db, (trx) =>
    openCases(
      { trx, person, now: new Date() },
      approval.key,
      requests.map((request) => ({ ...request, data })),
    ),
  )
  return nextTask(person, among)
}

async function work(id: string, among: number): Promise<never> {
  const person = (await inTransaction(db, (trx) => loadPerson(trx, id)))!
  for (;;) {
    const { id: taskId, state } = await nextTask(person, among)
    if (state === 'open') await act(person, claimTask, { taskId })
    await act(person, completeTask, { taskId, ...{ outcome: 'agree', opinion: '同意' } })
  }
}

process.stdout.write('ready\n')
await Promise.all(people.map(work))
