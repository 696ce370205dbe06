import type { Polygon } from '../../kernel/geometry/types.ts'
import { className, isCultivated, isLinear } from './classes.ts'
import { COUNTY_CODE, featureMark, type Gazetteer, YSDM } from './codes.ts'
import type { DrawnLand } from './draw-land.ts'
import { PLANTING } from './facts.ts'
import type { DemoAttributes, DemoFeature } from './feature.ts'
import { hashLattice } from './noise.ts'
import { polygonArea } from './outline.ts'

const GROUP_NAMES = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
/** Deduction for field ridges by slope class (GDPDJB): terraces, sloping fields. */
const RIDGE_SHARE: Record<number, [terrace: number, slope: number]> = {
  2: [0.0612, 0.0395],
  3: [0.1138, 0.0724],
  4: [0.1652, 0.1071],
  5: [0.2174, 0.1433],
}

/** A living face with its numbers in the county and in its village. */
export type NumberedFace = { face: number; sequence: number; number: number }

export function* numberedFaces({ land }: DrawnLand): Generator<NumberedFace> {
  const numbers = land.townOf.map(() => 0)
  let sequence = 0
  for (let face = 0; face < land.mesh.faceCount; face++) {
    if (land.mesh.faceEdge[face]! < 0) continue
    const village = land.villageOf[face]!
    numbers[village] = numbers[village]! + 1
    yield { face, sequence: ++sequence, number: numbers[village]! }
  }
}

/** The patches of the county; TBMJ, KCMJ, TBDLMJ are left to the loader (levelling). */
export function* patches(drawn: DrawnLand, gazetteer: Gazetteer): Generator<DemoFeature> {
  for (const numbered of numberedFaces(drawn)) {
    const polygon = drawn.outline.polygon(numbered.face)
    yield { attributes: patchAttributes(drawn, gazetteer, numbered, polygon), geometry: [polygon] }
  }
}

export function patchAttributes(
  drawn: DrawnLand,
  gazetteer: Gazetteer,
  { face, sequence, number }: NumberedFace,
  polygon: Polygon,
): DemoAttributes {
  const { land } = drawn
  const code = land.classOf[face]!
  const village = gazetteer.villages[land.villageOf[face]!]!
  return {
    BSM: featureMark(YSDM.DLTB, sequence),
    YSDM: YSDM.DLTB,
    TBYBH: null,
    TBBH: String(number).padStart(4, '0'),
    DLBM: code,
    DLMC: className(code),
    ...owner(drawn, face, village),
    ZLDWDM: `${village.code}0000000`,
    ZLDWMC: village.name,
    TBMJ: null,
    ...cultivation(drawn, face),
    XZDWKD: isLinear(code) ? widthOf(polygon) : null,
    TBXHDM: null,
    TBXHMC: null,
    ...planting(drawn, face),
    FRDBS: null,
    CZCSXM: land.noteOf.get(face)?.built ?? null,
    SJNF: 2025,
    MSSM: '00',
    HDMC: null,
    BZ: null,
  }
}

/** State land names its user; villager groups hold their fields and yards (31), the village the rest (30). */
function owner(drawn: DrawnLand, face: number, village: Gazetteer['villages'][number]): DemoAttributes {
  const user = drawn.land.noteOf.get(face)?.user
  if (user) return { QSXZ: '20', QSDWDM: COUNTY_CODE.padEnd(19, '0'), QSDWMC: user }
  const group = drawn.facts.group[face]!
  if (!group) return { QSXZ: '30', QSDWDM: `${village.code}0000000`, QSDWMC: `${village.name}村民委员会` }
  return { QSXZ: '31', QSDWDM: `${village.code}00${group}0000`, QSDWMC: `${village.name}${GROUP_NAMES[group]}组` }
}

/** Ridge deduction, type and slope class: of cultivated land only; type and deduction only above 2°. */
function cultivation(drawn: DrawnLand, face: number): DemoAttributes {
  const level = drawn.facts.slopeLevel[face]!
  const empty = { KCDLBM: null, KCXS: null, KCMJ: null, TBDLMJ: null, GDLX: null, GDPDJB: null, GDDB: null }
  if (!level || !isCultivated(drawn.land.classOf[face]!)) return empty
  const GDDB = 7 + level
  if (level === 1) return { ...empty, GDPDJB: '1', GDDB }
  const terraced = drawn.land.classOf[face] !== '0103' || hashLattice(face, level, 77) % 10 < 7
  return {
    ...empty,
    KCDLBM: '1203',
    KCXS: RIDGE_SHARE[level]![terraced ? 0 : 1],
    GDLX: terraced ? 'TT' : 'PD',
    GDPDJB: String(level),
    GDDB,
  }
}

function planting(drawn: DrawnLand, face: number): DemoAttributes {
  const kind = PLANTING[drawn.facts.planting[face]!]
  return { ZZSXDM: kind?.[0] ?? null, ZZSXMC: kind?.[1] ?? null }
}

/** Mean width of a thin polygon, metres to 0.1: area over half the perimeter. */
function widthOf(polygon: Polygon): number {
  let perimeter = 0
  for (const ring of polygon)
    for (let i = 1; i < ring.length; i++)
      perimeter += Math.hypot(ring[i]![0] - ring[i - 1]![0], ring[i]![1] - ring[i - 1]![1])
  return Math.round(((2 * polygonArea(polygon)) / perimeter) * 10) / 10
}
