import type { TaskFilter } from '../rules/task-index.ts'

/** How a list was left: whoever looks at one task and comes back goes on where they were. */
export type LeftList = { filter?: TaskFilter; isMap?: boolean; first?: string | undefined }

/** Of the list that was open last, for as long as the page is open: whoever goes over to another begins anew. */
let left: { list: string; how: LeftList } | undefined

export const leftList = (list: string): LeftList => (left?.list === list ? left.how : {})

export const leaveList = (list: string, how: LeftList): void => {
  left = { list, how: { ...leftList(list), ...how } }
}
