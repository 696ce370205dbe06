/** The day in the county (Beijing time), «2026-11-22». */
export const today = (now: Date) => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
