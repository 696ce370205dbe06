import { decide, haveRead, openTask } from './complete.ts'
import { leave, newId, type Run, refuse, replace } from './run.ts'

/** 加签: one more person is asked; counts from now on (WCP 15, 36). */
export function addSigner(run: Run, id: string, signer: string): void {
  const { token, step } = openTask(run, id)
  if (!step.coSign) refuse('signer.not-co-signed', { step: step.id }, 422)
  const present = [...token.tasks!, ...(token.votes ?? [])].some((one) => one.signer === signer)
  if (present) refuse('signer.already', { signer })
  replace(run, token, { tasks: [...token.tasks!, { id: newId(run, 'k'), signer, reason: 'addSigner' }] })
}

/** 减签: a person who has not voted need not any more; what remains may then be enough (WCP 27). */
export function removeSigner(run: Run, id: string): void {
  const { token, task, step } = openTask(run, id)
  if (!step.coSign) refuse('signer.not-co-signed', { step: step.id }, 422)
  const tasks = token.tasks!.filter((one) => one !== task)
  if (token.aside) {
    haveRead(run, token, tasks)
    return
  }
  const votes = token.votes ?? []
  if (tasks.length + votes.length === 0) refuse('signer.last', { step: step.id })
  const decided = decide(step.coSign!, votes, tasks.length)
  if (!decided) replace(run, token, { tasks })
  else leave(run, token, step.transitions.find(({ name }) => name === decided)!.to, votes.at(-1)!.task)
}
