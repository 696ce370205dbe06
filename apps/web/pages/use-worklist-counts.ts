import { useAsk } from '../../ui/queries.ts'

type BoxCount = { total: number; red: number; yellow: number; green: number; grey: number }
export type WorklistCounts = { todo: BoxCount; doing: BoxCount; done: number; suspended: number }

/** What waits for this person, asked again every half minute. */
export const useWorklistCounts = () =>
  useAsk<WorklistCounts>('casework.worklist.counts', {}, { refetchInterval: 30_000 })
