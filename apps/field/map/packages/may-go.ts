import { boxesMeet } from '../../../../kernel/geometry/measures/bounding-box.ts'
import type { Box } from '../../../../kernel/geometry/types.ts'
import type { KeptPackage } from './kept-package.ts'

const DAY = 24 * 3600_000
/** 敏感信息不堆积: what has not been looked at for so long is removed by itself. */
export const UNUSED_DAYS = 30

/** Why a package stays, or that it may go: `needed` boxes (degrees) are of tasks that are open or have work not yet sent. */
export function mayGo({ usedAt, current }: KeptPackage, now: number, needed: readonly Box[]): boolean {
  if (now - usedAt < UNUSED_DAYS * DAY) return false
  return !current || !needed.some((box) => boxesMeet(box, current.manifest.box))
}
