import { decide, haveRead, isAskedBefore, nextTurn, openTask, withoutAsked } from './complete.ts'
import { leave, newId, type Run, refuse, replace } from './run.ts'
import type { OpenTask, ProcessEvent } from './state.ts'

type AddSigner = Extract<ProcessEvent, { type: 'addSigner' }>

/**
 * 加签: one more person is asked, and counts from now on (WCP 15, 36). In a step signed in turn: before the person who
 * asks, who is asked again afterwards, right after, or as the last. In a step of one person (前加签) beside the task they
 * hold, which waits for the signature; who signs decides nothing there.
 */
export function addSigner(run: Run, { task: id, signer, place }: AddSigner): void {
  const { token, task, step } = openTask(run, id)
  const asked = [...token.tasks!, ...(token.votes ?? [])].map((one) => one.signer)
  if ([...asked, ...(token.later ?? [])].includes(signer)) refuse('signer.already', { signer })
  const added: OpenTask = { id: newId(run, 'k'), signer, reason: 'addSigner' }
  const later = token.later ?? []
  if (!step.coSign?.inTurn) replace(run, token, { tasks: [...token.tasks!, added] })
  else if (place === 'before') replace(run, token, { tasks: [added], later: [task.signer!, ...later] })
  else replace(run, token, { later: place === 'next' ? [signer, ...later] : [...later, signer] })
}

/** 减签: a person who has not voted need not any more; what remains may then be enough (WCP 27). */
export function removeSigner(run: Run, id: string): void {
  const held = openTask(run, id)
  const { token, task, step } = held
  if (isAskedBefore(held)) {
    withoutAsked(run, held)
    return
  }
  if (!step.coSign) refuse('signer.not-co-signed', { step: step.id }, 422)
  const tasks = token.tasks!.filter((one) => one !== task)
  if (token.aside) {
    haveRead(run, token, tasks)
    return
  }
  const votes = token.votes ?? []
  const open = tasks.length + (token.later?.length ?? 0)
  if (open + votes.length === 0) refuse('signer.last', { step: step.id })
  const decided = decide(step.coSign, votes, open)
  if (!decided) replace(run, token, nextTurn(run, token, tasks))
  else leave(run, token, step.transitions.find(({ name }) => name === decided)!.to, votes.at(-1)!.task)
}
