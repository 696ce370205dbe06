import { type BothAreas, type Conclusion, conclusions, type Verdict } from '../schema.ts'
import type { ControlRule } from './control-rules.ts'

/** Less than this (m²) is a border drawn twice, not land. */
const LEAST = 1

/** What a rule says of land of which so much is concerned. */
export function conclude(
  { id, allowed, beyond }: Pick<ControlRule, 'id' | 'allowed' | 'beyond'>,
  concerned: BothAreas,
  total: BothAreas,
): Verdict {
  const share = total.planar > 0 ? Math.min(1, concerned.planar / total.planar) : 0
  const isBeyond = concerned.planar >= LEAST && share > allowed
  return { rule: id, ...concerned, share, conclusion: isBeyond ? beyond : 'clear' }
}

export const worst = (all: readonly Conclusion[]): Conclusion =>
  conclusions[Math.max(0, ...all.map((one) => conclusions.indexOf(one)))]!

/** Sums to 0.01 m². */
export function sumAreas(all: readonly BothAreas[]): BothAreas {
  const sum = (of: (areas: BothAreas) => number) =>
    Math.round(all.reduce((total, areas) => total + of(areas), 0) * 100) / 100
  return { ellipsoidal: sum(({ ellipsoidal }) => ellipsoidal), planar: sum(({ planar }) => planar) }
}
