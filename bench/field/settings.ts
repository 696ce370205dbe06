/** How much is measured; `work` of each measure says it. */
export type Plan = { seconds: number; photosSent: number; photos: number; tasks: number }

export const DEVICES = 50
export const quickPlan: Plan = { seconds: 5, photosSent: 100, photos: 3, tasks: 100_000 }
export const fullPlan: Plan = { seconds: 20, photosSent: 300, photos: 10, tasks: 100_000 }
