import { ellipsoidalArea } from '../../../kernel/geometry/measures/ellipsoidal-area.ts'
import { roundHalfUp } from '../../../kernel/geometry/measures/round-half-up.ts'
import { zoneOfEpsg } from '../../../kernel/geometry/projection/gauss-kruger.ts'
import type { ResultDraft } from './rules/draft-result.ts'

const zone = zoneOfEpsg(4524)!

/** 调平 of one retired patch, m²: its recorded area, what its pieces measure, and what they were given beyond that. */
export type Levelling = { feature: number; TBBH: string; control: number; measured: number; levelled: number }

export function levellingOf({ retired, process }: ResultDraft): Levelling[] {
  return retired.map(({ id, attributes }) => {
    const pieces = process.filter(({ before }) => before === id)
    const measured = roundHalfUp(
      pieces.reduce((sum, { geometry }) => sum + ellipsoidalArea(geometry, zone), 0),
      2,
    )
    const control = Number(attributes.TBMJ)
    return {
      feature: id,
      TBBH: String(attributes.TBBH),
      control,
      measured,
      levelled: roundHalfUp(control - measured, 2),
    }
  })
}
