import { isBusy } from './exclusive.ts'
import { compact, newId, place, type Run, refuse, remove, replace, stepOf } from './run.ts'
import type { AtDoor, OpenTask, ProcessState, Token, Undo } from './state.ts'

/** What an act changed, to be taken back later; nothing when it was heard of outside, ended a branch or let a join pass. */
export function undoOf(before: ProcessState, after: ProcessState, heard: boolean): Undo | undefined {
  const removed = before.tokens.filter((token) => !after.tokens.includes(token))
  const added = after.tokens.filter((token) => !before.tokens.includes(token)).map(({ id }) => id)
  if (heard || added.length === 0 || before.fired.join() !== after.fired.join()) return undefined
  return { removed, added }
}

/** An act can be taken back only while everything it produced stands untouched. */
export function keepValid(undo: ProcessState['undo'], tokens: Token[]): ProcessState['undo'] {
  const live = new Set(tokens.map(({ id }) => id))
  return Object.fromEntries(Object.entries(undo).filter(([, { added }]) => added.every((id) => live.has(id))))
}

/** 撤回: puts things back as they were before the completed task, as long as nobody has acted since. */
export function withdraw(run: Run, task: string): void {
  const voted = run.state.tokens.find((token) => token.votes?.some((vote) => vote.task === task))
  if (voted) withdrawVote(run, voted, task)
  else undoAct(run, run.state.undo[task] ?? refuse('withdraw.next-has-acted', { task }))
}

function undoAct(run: Run, undo: Undo): void {
  const produced = run.state.tokens.filter((token) => undo.added.includes(token.id))
  const stillOpen = new Set(produced.flatMap((token) => token.tasks ?? []).map(({ id }) => id))
  remove(run, produced)
  for (const token of undo.removed) putBack(run, token, stillOpen)
}

/** Where its exclusive set has been taken meanwhile, a token waits at the door. */
function putBack(run: Run, { id, ...token }: Token, stillOpen: Set<string>): void {
  const { tasks, votes, later = [], watch: _, ...rest } = token
  if (!token.blocked && isBusy(run, stepOf(run, token.step))) {
    const signers = [...(tasks ?? []).flatMap(({ signer }) => signer ?? []), ...later]
    const again = signers.length > 0 ? { signers } : { sameActorAs: tasks?.[0]?.id }
    const blocked: AtDoor = compact({ reason: 'withdraw', votes, ...again })
    place(run, { ...rest, blocked })
    return
  }
  const open = tasks?.map((one) => (stillOpen.has(one.id) ? one : reopened(run, one)))
  place(run, { ...token, tasks: open, resumes: open ? undefined : id })
}

const reopened = (run: Run, { id, signer }: OpenTask): OpenTask => ({
  id: newId(run, 'k'),
  ...(signer && { signer }),
  reason: 'withdraw',
  sameActorAs: id,
})

function withdrawVote(run: Run, token: Token, task: string): void {
  const vote = token.votes!.find((one) => one.task === task)!
  const step = stepOf(run, token.step)
  const inTurn = step.kind === 'userTask' && step.coSign?.inTurn
  if (inTurn && vote !== token.votes!.at(-1)) refuse('withdraw.next-has-acted', { task })
  const again = reopened(run, { id: task, signer: vote.signer, reason: 'withdraw' })
  const votes = token.votes!.filter((one) => one !== vote)
  if (!inTurn) replace(run, token, { tasks: [...token.tasks!, again], votes })
  else
    replace(run, token, {
      tasks: [again],
      later: [...token.tasks!.map(({ signer }) => signer!), ...(token.later ?? [])],
      votes,
    })
}
