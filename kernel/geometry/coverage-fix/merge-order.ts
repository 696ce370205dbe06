/** What the merge order goes by: class codes (二级类, 一级类, 三大类) and whose land it is. */
export type Land = { class: string; levelOne?: string; threeClass?: string; owner: string; village: string }

/** Roads and railways (10) and rivers (1101) keep their shape: nothing is merged into them. */
const NEVER_INTO = /^(10|1101)/

/**
 * How well a patch below the minimum area may go into a neighbour, 0 best: of the same class of the second level, the
 * first, of the same of the three great classes, any other. Undefined where it may not: another owner or village, or a
 * linear feature. (Merge order of the third survey; the longest shared border decides among equals.)
 */
export function mergeRank(patch: Land, neighbour: Land): number | undefined {
  if (patch.owner !== neighbour.owner || patch.village !== neighbour.village) return undefined
  if (NEVER_INTO.test(neighbour.class)) return undefined
  if (patch.class === neighbour.class) return 0
  if (patch.levelOne !== undefined && patch.levelOne === neighbour.levelOne) return 1
  return patch.threeClass !== undefined && patch.threeClass === neighbour.threeClass ? 2 : 3
}
