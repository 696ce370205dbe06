import type { TaskFilter } from '../rules/task-index.ts'

/** How a list was left: whoever looks at one task and comes back goes on where they were. */
export type LeftList = { filter?: TaskFilter; isMap?: boolean; first?: string | undefined }

/** For as long as the page is open. */
const left = new Map<string, LeftList>()

export const leftList = (list: string): LeftList => left.get(list) ?? {}

export const leaveList = (list: string, how: LeftList): void => void left.set(list, { ...left.get(list), ...how })
