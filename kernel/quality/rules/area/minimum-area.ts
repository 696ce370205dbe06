import { threeClassOf } from '../../../layers/codes/landuse.ts'
import type { Rule } from '../../rule.ts'
import { found } from '../topology/coverage.ts'

const FACILITY = '1202'

/** 最小上图面积, m² (TD/T 1055): built land and farm facilities 200, other farm land 400, the rest 600; 0 without a class. */
export function minimumAreaOf(dlbm: string | number | null | undefined): number {
  if (typeof dlbm !== 'string') return 0
  const threeClass = threeClassOf(dlbm)
  if (threeClass === undefined) return 0
  if (threeClass === '建设用地' || dlbm === FACILITY) return 200
  return threeClass === '农用地' ? 400 : 600
}

/** Measure: m². A sliver is told by its own rule. */
export const minimumArea: Rule = {
  id: 'SV-AREA-01',
  title: { zh: '图斑面积小于最小上图面积', en: 'Patch below the minimum mapped area' },
  clause: 'TD/T 1055',
  severity: 'B',
  unit: 'm²',
  needs: ['DLBM'],
  check: found('below-minimum-area'),
}
