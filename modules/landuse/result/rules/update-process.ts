import { union } from '../../../../kernel/geometry/overlay/union.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import type { Attributes, BasePatch, Piece } from './patches.ts'

/** Names that DLTBGXGC repeats with BGQ (变更前) and BGH (变更后). */
const TOLD = [
  ...[
    'DLBM',
    'DLMC',
    'QSXZ',
    'QSDWDM',
    'QSDWMC',
    'ZLDWDM',
    'ZLDWMC',
    'KCDLBM',
    'KCXS',
    'KCMJ',
    'TBDLMJ',
    'GDLX',
    'GDPDJB',
  ],
  ...['XZDWKD', 'TBXHDM', 'TBXHMC', 'ZZSXDM', 'ZZSXMC', 'GDDB', 'FRDBS', 'CZCSXM', 'MSSM', 'HDMC'],
]

/** A row of 地类图斑更新过程: the land a patch before and a patch after have in common. `area`: m². */
export type ProcessRow = { before: number; after: number; geometry: MultiPolygon; area: number; attributes: Attributes }

export type Outcome = { attributes: Attributes; pieces: readonly number[] }

/** Areas of the rows of one patch, before or after, add up to its TBMJ (AC-07). `after` is the place in `outcomes`. */
export function updateProcess(
  base: readonly BasePatch[],
  pieces: readonly Piece[],
  outcomes: readonly Outcome[],
  changedOn: string,
): ProcessRow[] {
  return outcomes.flatMap(({ attributes, pieces: own }, after) =>
    [...Map.groupBy(own, (piece) => pieces[piece]!.base)].map(([index, common]) => {
      const before = base[index]!
      const area = Math.round(common.reduce((sum, piece) => sum + pieces[piece]!.area, 0) * 100) / 100
      const geometries = common.map((piece) => pieces[piece]!.geometry)
      return {
        before: before.id,
        after,
        geometry: geometries.length > 1 ? union(geometries) : geometries[0]!,
        area,
        attributes: rowOf(before.attributes, attributes, area, changedOn),
      }
    }),
  )
}

function rowOf(before: Attributes, after: Attributes, area: number, changedOn: string): Attributes {
  const told = (prefix: string, of: Attributes) => TOLD.map((name) => [`${prefix}${name}`, of[name] ?? null] as const)
  const sameLand = Number(before.TBMJ) === area && Number(after.TBMJ) === area
  return {
    BGQTBBSM: before.BSM ?? null,
    BGQTBBH: before.TBBH ?? null,
    ...Object.fromEntries(told('BGQ', before)),
    BGHTBBSM: after.BSM ?? null,
    BGHTBBH: after.TBBH ?? null,
    ...Object.fromEntries(told('BGH', after)),
    TBBGMJ: area,
    BGXW: sameLand ? '1' : '2',
    BGRQ: changedOn,
    XZQTZLX: '0',
    GXSJ: changedOn,
  }
}
