import { levelOneOf, threeClassOf } from '../../../../kernel/layers/codes/landuse.ts'

/** Classes whose width is recorded (XZDWKD). */
const LINEAR = new Set(['1001', '1003', '1004', '1006', '1009', '1101', '1107', '1107A'])

export const isLinear = (dlbm: string) => LINEAR.has(dlbm)

/** 二级类: suffixed classes (K, A) go by their base. */
const levelTwoOf = (dlbm: string) => dlbm.slice(0, 4)

/** Small patches are never given to roads, railways or rivers. */
export const takesSmallPatches = (dlbm: string) => !dlbm.startsWith('10') && dlbm !== '1101'

/**
 * How near two classes are for merging a patch that is too small to be mapped: 4 the same, 3 same second level, 2 same
 * first level, 1 same of the three classes, 0 strangers.
 */
export function kinship(a: string, b: string): 0 | 1 | 2 | 3 | 4 {
  if (a === b) return 4
  if (levelTwoOf(a) === levelTwoOf(b)) return 3
  if (levelOneOf(a) !== undefined && levelOneOf(a) === levelOneOf(b)) return 2
  return threeClassOf(a) !== undefined && threeClassOf(a) === threeClassOf(b) ? 1 : 0
}

/** The built-up attribute (CZCSXM) a class must have; undefined where it has none (TDDC3D rules 5103, 5104). */
export function builtAttribute(dlbm: string): string | undefined {
  if (dlbm === '0602' || dlbm === '0603') return '204'
  if (dlbm === '09') return '205'
  return /^0[5-8]/.test(dlbm) || ['1004', '1005', '1201'].includes(dlbm) ? '203' : undefined
}
