import type { AnswerOf } from '../../ui/api-types.ts'
import { useAsk } from '../../ui/queries.ts'
import { useSession } from '../../ui/session.ts'

export type WorklistCounts = AnswerOf<'casework.worklist.counts'>

/** What waits for this person, asked again every half minute. */
export function useWorklistCounts() {
  const { can } = useSession()
  const enabled = can('casework.worklist.counts')
  return useAsk('casework.worklist.counts', {}, { refetchInterval: 30_000, enabled })
}
