/** How much is measured; `work` of each measure says it. */
export type Plan = {
  users: number
  /** seconds people are at work */
  seconds: number
  openTasks: number
  pages: number
  timers: number
}

/** Acts that fifty people offer a second: a little more than is wanted, so that what is wanted is done within them. */
export const PACE = 320

export const quickPlan: Plan = { users: 50, seconds: 2, openTasks: 50_000, pages: 12, timers: 1_000 }
export const fullPlan: Plan = { users: 50, seconds: 20, openTasks: 1_000_000, pages: 40, timers: 100_000 }
