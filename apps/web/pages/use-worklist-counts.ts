import { useAsk } from '../../ui/queries.ts'
import { useSession } from '../../ui/session.ts'

export type WorklistCounts = {
  todo: number
  doing: number
  done: number
  suspended: number
  /** of what is to do or in hand */
  overdue: number
  nearlyDue: number
}

/** What waits for this person, asked again every half minute. */
export function useWorklistCounts() {
  const { can } = useSession()
  const enabled = can('casework.worklist.counts')
  return useAsk<WorklistCounts>('casework.worklist.counts', {}, { refetchInterval: 30_000, enabled })
}
