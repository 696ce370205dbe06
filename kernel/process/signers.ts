import { decide, haveRead, nextTurn, openTask } from './complete.ts'
import { leave, newId, type Run, refuse, replace } from './run.ts'

/** 加签: one more person is asked, in a step signed in turn as the last; counts from now on (WCP 15, 36). */
export function addSigner(run: Run, id: string, signer: string): void {
  const { token, step } = openTask(run, id)
  if (!step.coSign) refuse('signer.not-co-signed', { step: step.id }, 422)
  const asked = [...token.tasks!, ...(token.votes ?? [])].map((one) => one.signer)
  if ([...asked, ...(token.later ?? [])].includes(signer)) refuse('signer.already', { signer })
  if (step.coSign!.inTurn) replace(run, token, { later: [...(token.later ?? []), signer] })
  else replace(run, token, { tasks: [...token.tasks!, { id: newId(run, 'k'), signer, reason: 'addSigner' }] })
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
  const open = tasks.length + (token.later?.length ?? 0)
  if (open + votes.length === 0) refuse('signer.last', { step: step.id })
  const decided = decide(step.coSign!, votes, open)
  if (!decided) replace(run, token, nextTurn(run, token, tasks))
  else leave(run, token, step.transitions.find(({ name }) => name === decided)!.to, votes.at(-1)!.task)
}
