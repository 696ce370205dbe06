/** How much is measured; `work` of each measure says it. `drawn`: photos of the live picture. */
export type Plan = { seconds: number; photosSent: number; photos: number; drawn: number; tasks: number }

export const DEVICES = 50
export const quickPlan: Plan = { seconds: 4, photosSent: 60, photos: 5, drawn: 0, tasks: 100_000 }
export const fullPlan: Plan = { seconds: 20, photosSent: 300, photos: 10, drawn: 5, tasks: 100_000 }
