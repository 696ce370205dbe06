import type { Conclusion } from '../../schema.ts'

export type SurveyWay = 'office' | 'field'

export type SortedClue = {
  predictedClass: string | null
  conclusion: Conclusion | null
  area: number
  farmlandArea: number
  basicFarmlandArea: number
  redlineArea: number
  repaired: boolean
}

export type Proposal = { way: SurveyWay; reasons: string[] }

/** m²: what imagery settles without a visit. */
const SMALL = 2000
/** m²: less is a border that two surveys drew differently. */
const LEAST = 1

/**
 * 内外业分件: imagery decides where the class is known, the land small and nothing protected touched; farmland, control
 * lines, doubt and large areas are looked at on the ground. Reasons are codes, the weightiest first.
 */
export function proposeWay(clue: SortedClue): Proposal {
  const doubts: [string, boolean][] = [
    ['landuse.sorting.basic-farmland', clue.basicFarmlandArea >= LEAST],
    ['landuse.sorting.redline', clue.redlineArea >= LEAST],
    ['landuse.sorting.farmland', clue.farmlandArea >= LEAST],
    ['landuse.sorting.unknown-class', clue.predictedClass === null],
    ['landuse.sorting.manual', clue.conclusion === 'manual'],
    ['landuse.sorting.large', clue.area > SMALL],
    ['landuse.sorting.repaired', clue.repaired],
  ]
  const reasons = doubts.filter(([, holds]) => holds).map(([code]) => code)
  return reasons.length > 0 ? { way: 'field', reasons } : { way: 'office', reasons: ['landuse.sorting.clear'] }
}
