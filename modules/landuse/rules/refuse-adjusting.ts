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
  /** who has signed for the screening task, when it is somebody else */
  heldBy: string | null
}

type Wish = { asked: number; conclusion: Conclusion; reason: string }

const verb = 'landuse.clue.adjust'

/** One clue that cannot be changed refuses them all, by its number: a batch is done whole or not at all. */
export function refuseAdjusting(
  clues: readonly AdjustableClue[],
  { asked, conclusion, reason }: Wish,
): Problem | undefined {
  if (reason.trim() === '') return invalid(`${verb}.reason-missing`)
  if (clues.length < asked) return notFound(`${verb}.unknown`, { missing: asked - clues.length })
  const first = (test: (clue: AdjustableClue) => boolean) => clues.find(test)
  const foreign = first(({ mine }) => !mine)
  if (foreign) return forbidden(`${verb}.other-area`, { number: foreign.number })
  const early = first(({ conclusion: before }) => before === null)
  if (early) return conflict(`${verb}.not-screened`, { number: early.number })
  const past = first(({ atScreening }) => !atScreening)
  if (past) return conflict(`${verb}.past-screening`, { number: past.number })
  const held = first(({ heldBy }) => heldBy !== null)
  if (held) return conflict(`${verb}.held`, { number: held.number, by: held.heldBy ?? '' })
  const same = first((clue) => clue.conclusion === conclusion)
  return same && invalid(`${verb}.unchanged`, { number: same.number, conclusion })
}
