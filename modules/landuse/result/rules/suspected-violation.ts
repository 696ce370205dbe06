import { isCultivated, landuseName, threeClassOf } from '../../../../kernel/layers/codes/landuse.ts'

export type JudgedPatch = {
  id: string
  ordinal: number
  area: number
  DLBM: string
  beforeClass: string | null
  planting: string | null
}

/** 非农化: built land where there was none. 非粮化: cultivated land that no longer grows grain. */
type Violation = 'non-agricultural' | 'non-grain'
export type Suspicion = { patch: string; DLBM: string; name: string; area: number; violation: Violation | null }

/** 种植属性 of cultivated land that grows no grain; rotation (LYFL), fallow and intercropping count as grain. */
const NON_GRAIN = new Set(['FLS'])

/**
 * 疑似违法标记: the largest patch of the range decides; of equal ones (to 0.01 m², ellipsoidal) the one with the smaller
 * number. Without patches nothing is suspected.
 */
export function suspectedViolation(patches: readonly JudgedPatch[]): Suspicion | undefined {
  const [largest] = patches.toSorted((a, b) => b.area - a.area || a.ordinal - b.ordinal)
  if (!largest) return undefined
  const { id, DLBM, area } = largest
  return { patch: id, DLBM, name: landuseName(DLBM) ?? '', area, violation: violationOf(largest) }
}

function violationOf({ DLBM, beforeClass, planting }: JudgedPatch): Violation | null {
  const wasBuilt = beforeClass !== null && threeClassOf(beforeClass) === '建设用地'
  if (threeClassOf(DLBM) === '建设用地') return wasBuilt ? null : 'non-agricultural'
  if (beforeClass === null || !isCultivated(beforeClass)) return null
  if (!isCultivated(DLBM)) return 'non-grain'
  return planting !== null && NON_GRAIN.has(planting) ? 'non-grain' : null
}
