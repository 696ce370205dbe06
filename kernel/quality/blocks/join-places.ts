import { writeWkb } from '../../geometry/codecs/wkb-write.ts'
import { type BlockResult, checkBlock, endBlocks, type placesToJoin } from '../../geometry/coverage/check-blocks.ts'
import { USUAL_LIMITS } from '../../geometry/coverage/check-coverage.ts'
import { drawnSet, withIds } from '../../geometry/coverage/drawn-set.ts'
import type { Box, MultiPolygon } from '../../geometry/types.ts'
import type { Issue } from '../judge.ts'
import { noGap, noOverlap } from '../rules/topology/coverage.ts'
import { outlineBoxes, widen } from './outline-boxes.ts'

export type Places = ReturnType<typeof placesToJoin>
type Left = Pick<BlockResult, 'pieces' | 'tangled'>

const LIMITS = { ...USUAL_LIMITS, minimumArea: () => 0 }

/** What features outside the area of the run add, those that may touch it: all their edges, so that they close. */
export function borderOf(geometries: readonly MultiPolygon[]): Left {
  const { set } = drawnSet(geometries)
  return checkBlock(set, new Uint8Array(geometries.length).fill(1), LIMITS)
}

/** Where features have to be looked for. Nothing lies inside an empty place, however wide it is. */
export const boxesOf = ({ geometry, cover, box }: Places[number]): Box[] =>
  cover === 0 ? outlineBoxes(geometry) : [widen(box)]

/** `outline`: WKB of a gap, to be asked whether it is the land of features that are not near any place (join-run.ts). */
export type Joined = { issue: Issue; outline?: Uint8Array }

/** Overlaps and gaps at some places that concern the run's area; `features`: all that are near, by id. */
export function joinPlaces(
  places: Places,
  features: readonly { id: number; foreign: boolean; geometry: MultiPolygon }[],
  rules: readonly string[] | null,
): Joined[] {
  const drawn = drawnSet(features.map(({ geometry }) => geometry))
  const domestic = new Set(features.flatMap(({ id, foreign }) => (foreign ? [] : [id])))
  const found = withIds(
    endBlocks(drawn.set, places, LIMITS),
    features.map(({ id }) => id),
    drawn,
  )
  return found.flatMap(({ rule, ids, at, measure, geometry }): Joined[] => {
    const { id, severity } = rule === 'overlap' ? noOverlap : noGap
    const told = (!rules || rules.includes(id)) && ids.some((feature) => domestic.has(feature))
    if (!told) return []
    const outline = rule === 'gap' && geometry ? writeWkb(geometry) : undefined
    return [{ issue: { id, severity, features: ids, at, measure }, outline }]
  })
}
