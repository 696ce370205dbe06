import { loadPerson } from '../identity/people.ts'
import { invalid, Refusal } from '../problems/problem.ts'
import { holdTask } from './standing.ts'
import { type Moved, transition } from './transition.ts'
import { type CaseWork, tablesOf } from './work.ts'

/** 加签: one more person is asked, beside the signer of this task. */
export async function addSigner(work: CaseWork, taskId: string, signer: string): Promise<Moved> {
  const held = await holdTask(work, taskId)
  const person = await loadPerson(work.trx, signer)
  if (!person) throw new Refusal(invalid('cases.signer.unknown', { signer }))
  const entry = { verb: 'addSigner', taskId, step: held.task.step, detail: { signer, name: person.name } }
  return transition(work, held, { type: 'addSigner', task: held.task.key, signer }, { entry })
}

/** 减签: the person of this task need not sign any more; the votes already given may then be enough. */
export async function removeSigner(work: CaseWork, taskId: string): Promise<Moved> {
  const held = await holdTask(work, taskId)
  const entry = { verb: 'removeSigner', taskId, step: held.task.step, detail: { signer: held.task.assignee } }
  const moved = await transition(work, held, { type: 'removeSigner', task: held.task.key }, { entry })
  // The interpreter does not report the task an act names: it is cancelled here.
  await cancelNamed(work, taskId)
  return moved
}

async function cancelNamed(work: CaseWork, taskId: string): Promise<void> {
  await tablesOf(work).updateTable('task').set({ state: 'cancelled' }).where('id', '=', taskId).execute()
}
