import { conflict, forbidden, invalid, notFound, type Problem } from '../../../kernel/problems/problem.ts'
import type { ClueState, Conclusion } from '../schema.ts'

/** What decides whether a person may change a clue's conclusion now. */
export type AdjustableClue = {
  id: string
  number: string
  state: ClueState
  conclusion: Conclusion | null
  /** the person may screen clues of this area */
  mine: boolean
  /** the case stands at its screening step, or there is no case yet */
  atScreening: boolean
  caseId: string | null
  /** the open screening task of its case */
  taskId: string | null
  /** who has signed for the screening task, when it is somebody else */
  heldBy: string | null
}

type Wish = { asked: number; conclusion: Conclusion; reason: string }

const wholly = (verb: string, clues: readonly AdjustableClue[], asked: number): Problem | undefined => {
  if (clues.length < asked) return notFound(`${verb}.unknown`, { missing: asked - clues.length })
  const foreign = clues.find(({ mine }) => !mine)
  return foreign && forbidden(`${verb}.other-area`, { number: foreign.number })
}

const heldByAnother = (verb: string, clues: readonly AdjustableClue[]): Problem | undefined => {
  const held = clues.find(({ heldBy }) => heldBy !== null)
  return held && conflict(`${verb}.held`, { number: held.number, by: held.heldBy ?? '' })
}

/** One clue that cannot be changed refuses them all, by its number: a batch is done whole or not at all. */
export function refuseAdjusting(
  clues: readonly AdjustableClue[],
  { asked, conclusion, reason }: Wish,
): Problem | undefined {
  const verb = 'landuse.clue.adjust'
  if (reason.trim() === '') return invalid(`${verb}.reason-missing`)
  const strange = wholly(verb, clues, asked)
  if (strange) return strange
  const early = clues.find((clue) => clue.conclusion === null)
  if (early) return conflict(`${verb}.not-screened`, { number: early.number })
  const past = clues.find(({ atScreening }) => !atScreening)
  if (past) return conflict(`${verb}.past-screening`, { number: past.number })
  const held = heldByAnother(verb, clues)
  if (held) return held
  const same = clues.find((clue) => clue.conclusion === conclusion)
  return same && invalid(`${verb}.unchanged`, { number: same.number, conclusion })
}

/** Conclusions are confirmed together or not at all. */
export function refuseConfirming(clues: readonly AdjustableClue[], asked: number): Problem | undefined {
  const verb = 'landuse.clue.confirm'
  const strange = wholly(verb, clues, asked)
  if (strange) return strange
  const idle = clues.find(({ taskId }) => taskId === null)
  return idle ? conflict(`${verb}.no-task`, { number: idle.number }) : heldByAnother(verb, clues)
}
