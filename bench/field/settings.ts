/** How much is measured; `work` of each measure says it. `drawn`: photos of the live picture. `rounds`: acts on the list of each kind. */
export type Plan = { seconds: number; photosSent: number; photos: number; drawn: number; tasks: number; rounds: number }

export const DEVICES = 50
export const quickPlan: Plan = { seconds: 3, photosSent: 60, photos: 5, drawn: 0, tasks: 100_000, rounds: 0 }
export const fullPlan: Plan = { seconds: 20, photosSent: 300, photos: 10, drawn: 5, tasks: 100_000, rounds: 30 }
