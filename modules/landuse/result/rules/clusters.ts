import { boundingBox, boxesMeet } from '../../../../kernel/geometry/measures/bounding-box.ts'
import type { BasePatch, SurveyedPatch } from './patches.ts'

export type Cluster = { base: BasePatch[]; surveyed: SurveyedPatch[] }

/** Surveyed patches that may meet the same base patches belong together; what has nothing in common is cut on its own. */
export function clustersOf(base: readonly BasePatch[], surveyed: readonly SurveyedPatch[]): Cluster[] {
  const boxes = base.map(({ geometry }) => boundingBox(geometry))
  const clusters: { base: Set<number>; surveyed: SurveyedPatch[] }[] = []
  for (const patch of surveyed) {
    const box = boundingBox(patch.geometry)
    const own = { base: new Set([...base.keys()].filter((i) => boxesMeet(box, boxes[i]!))), surveyed: [patch] }
    for (const other of clusters.filter((cluster) => [...own.base].some((i) => cluster.base.has(i)))) {
      for (const i of other.base) own.base.add(i)
      own.surveyed.unshift(...other.surveyed)
      clusters.splice(clusters.indexOf(other), 1)
    }
    clusters.push(own)
  }
  return clusters.map(({ base: members, surveyed: patches }) => ({
    base: [...members].sort((a, b) => a - b).map((i) => base[i]!),
    surveyed: patches,
  }))
}
