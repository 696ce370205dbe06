import { can } from '../identity/can.ts'
import { loadPerson } from '../identity/people.ts'
import { conflict, forbidden, invalid, Refusal } from '../problems/problem.ts'
import { changeTask, entryOf, holdForAct, refuseSecondSignature } from './act-on-task.ts'
import { refuseUnlessSeparate } from './separation.ts'
import { scopeOfCase } from './standing.ts'
import { notify } from './talk/notices.ts'
import { type Moved, transition } from './transition.ts'
import { actorOf, type CaseWork } from './work.ts'

/**
 * 加签: one more person is asked, by one of those who sign; in a step of one person by whoever holds its task, which then
 * waits for it (前加签). Who signs already, or could not, is refused.
 */
export async function addSigner(work: CaseWork, taskId: string, signer: string, revision?: number): Promise<Moved> {
  const held = await holdForAct(work, taskId, 'addSigner', revision)
  const { task, row } = held
  const person = await loadPerson(work.trx, signer, work.now)
  if (!person) throw new Refusal(invalid('cases.signer.unknown', { signer }))
  const right = held.step.coSign ? 'casework.task.complete' : 'casework.task.sign'
  if (!can(person, right, scopeOfCase(row)))
    throw new Refusal(forbidden('cases.signer.no-right', { step: task.step, signer: person.name }))
  await refuseUnlessSeparate(work, held, task.step, person)
  if (signer !== actorOf(work).id) await refuseSecondSignature(work, row, task, person)
  const entry = entryOf(held, 'addSigner', { signer, name: person.name })
  const moved = await transition(work, held, { type: 'addSigner', task: task.key, signer }, { entry })
  const params = { number: row.number, by: actorOf(work).name, step: held.step.title.zh }
  await notify(work, [signer], { caseId: row.id, taskId: moved.created[0]?.id, kind: 'signerAdded', params })
  return moved
}

/** 减签: the person of this task need not sign any more; the votes already given may then be enough. */
export async function removeSigner(work: CaseWork, taskId: string, reason = ''): Promise<Moved> {
  const held = await holdForAct(work, taskId, 'removeSigner')
  const { task, row } = held
  const me = actorOf(work)
  if (task.assignee === me.id) throw new Refusal(conflict('cases.signer.self', { step: task.step }))
  const entry = entryOf({ ...held, behalf: null }, 'removeSigner', { signer: task.assignee, reason })
  const moved = await transition(work, held, { type: 'removeSigner', task: task.key }, { entry })
  // The interpreter does not report the task an act names: it is cancelled here.
  await changeTask(work, task, { state: 'cancelled' })
  const params = { number: row.number, by: me.name, reason, step: held.step.title.zh }
  if (task.assignee) await notify(work, [task.assignee], { caseId: row.id, taskId, kind: 'signerRemoved', params })
  return moved
}
