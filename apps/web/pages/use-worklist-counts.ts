import { useAsk } from '../../ui/queries.ts'

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
export const useWorklistCounts = () =>
  useAsk<WorklistCounts>('casework.worklist.counts', {}, { refetchInterval: 30_000 })
