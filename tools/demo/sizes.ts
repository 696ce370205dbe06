export type CountySize = 'S' | 'M' | 'L'

/** What a size of county is made of; lengths in metres, areas in m². */
export type CountyPlan = {
  width: number
  height: number
  towns: number
  villagesPerTown: number
  /** distance between main rivers; the valleys lie along them */
  riverSpacing: number
  /** radius of the county town's built-up area */
  seatRadius: number
  redlines: number
  approvals: number
}

export const COUNTY_PLANS: Record<CountySize, CountyPlan> = {
  S: {
    width: 5400,
    height: 4300,
    towns: 3,
    villagesPerTown: 3,
    riverSpacing: 9000,
    seatRadius: 480,
    redlines: 4,
    approvals: 60,
  },
  M: {
    width: 23000,
    height: 18600,
    towns: 14,
    villagesPerTown: 11,
    riverSpacing: 8200,
    seatRadius: 950,
    redlines: 40,
    approvals: 900,
  },
  L: {
    width: 72000,
    height: 59000,
    towns: 40,
    villagesPerTown: 38,
    riverSpacing: 9000,
    seatRadius: 1500,
    redlines: 300,
    approvals: 6000,
  },
}
