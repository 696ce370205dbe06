import type { Polygon } from '../../kernel/geometry/types.ts'
import { isCultivated } from './classes.ts'
import { COUNTY_CODE, COUNTY_NAME, featureMark, type Gazetteer, YSDM } from './codes.ts'
import { numberedFaces, patchAttributes } from './dltb.ts'
import type { DrawnLand } from './draw-land.ts'
import type { DemoAttributes, DemoFeature } from './feature.ts'
import { hashLattice } from './noise.ts'
import { polygonArea } from './outline.ts'
import { heldInside, inside, lobes, type Shape } from './shapes.ts'
import { countyOutline } from './territory.ts'

/** Where building may spread and where nature stays, as drawing-space rings. */
export type ControlLines = {
  boundaries: { shape: Shape; town: number }[]
  redlines: { shape: Shape; name: string; kind: string }[]
}

export function layControlLines({ land }: DrawnLand): ControlLines {
  const random = land.random.fork('control lines')
  const outline = countyOutline(land.plan.width, land.plan.height)
  const boundaries = land.seats.map((seat) => {
    const shape = lobes(seat.x, seat.y, seat.radius * 1.12, random, 26)
    return { shape: heldInside(shape, outline, seat.x, seat.y, 40), town: seat.town }
  })
  const redlines = [...ridges(land, outline), ...riverSides(land)]
  return { boundaries, redlines }
}

/** Wooded heights: the steepest of some places drawn at random, apart from each other and from the towns. */
function ridges(land: DrawnLand['land'], outline: Shape): ControlLines['redlines'] {
  const random = land.random.fork('ridges')
  const { width, height, redlines } = land.plan
  const found: { x: number; y: number; radius: number }[] = []
  const wanted = Math.max(2, Math.round(redlines * 0.75))
  for (let i = 0; i < wanted * 60 && found.length < wanted; i++) {
    const radius = random.between(280, Math.min(700, width / 12))
    const [x, y] = [random.between(-0.45, 0.45) * width, random.between(-0.45, 0.45) * height]
    const wild = land.relief.riverDistance(x, y) > 900 + radius && land.relief.slope(x, y) > 9
    const apart = [...found, ...land.seats].every((o) => Math.hypot(o.x - x, o.y - y) > 1.4 * (o.radius + radius))
    if (wild && apart && inside(outline, x, y)) found.push({ x, y, radius })
  }
  return found.map(({ x, y, radius }, i) => ({
    shape: heldInside(lobes(x, y, radius, random, 30), outline, x, y, 60),
    name: `秦巴山地水源涵养区${i + 1}`,
    kind: '水源涵养',
  }))
}

/** Stretches of river with their banks, away from the towns. */
function riverSides(land: DrawnLand['land']): ControlLines['redlines'] {
  const { width } = land.plan
  return land.relief.rivers.flatMap((river, i) => {
    const at = (x: number, off: number): [number, number] => [x, river.y0 + river.slope * x + off]
    const count = Math.max(1, Math.round(width / 9000))
    const starts = Array.from({ length: count }, (_, k) => ((k + 0.62) / count - 0.5) * width * 0.9)
    const clear = starts.filter((x) =>
      land.seats.every(
        (seat) => Math.abs(seat.x - x - 600) > seat.radius + 700 || Math.abs(seat.y - at(x, 0)[1]) > seat.radius + 200,
      ),
    )
    return clear.map((x, k) => {
      const steps = [0, 240, 480, 720, 960, 1200]
      const shape = [...steps.map((s) => at(x + s, -62)), ...steps.reverse().map((s) => at(x + s, 62))]
      return { shape, name: `云栖河${i + 1}-${k + 1}段河岸带`, kind: '生物多样性维护' }
    })
  })
}

const area = (polygon: Polygon) => Math.round(polygonArea(polygon) * 100) / 100

export function* developmentBoundaries(
  drawn: DrawnLand,
  lines: ControlLines,
  gazetteer: Gazetteer,
): Generator<DemoFeature> {
  let sequence = 0
  for (const { shape, town } of lines.boundaries) {
    const polygon = [drawn.outline.bentRing(shape)]
    const names: DemoAttributes = {
      XZQDM: gazetteer.towns[town]!.code,
      XZQMC: gazetteer.towns[town]!.name,
      GHFQDM: '410',
      GHFQMC: '城镇集中建设区',
    }
    yield {
      attributes: {
        BSM: featureMark(YSDM.CZKFBJ, ++sequence),
        YSDM: YSDM.CZKFBJ,
        ...names,
        MJ: area(polygon),
        BZ: null,
      },
      geometry: [polygon],
    }
  }
}

export function* ecologicalRedlines(drawn: DrawnLand, lines: ControlLines): Generator<DemoFeature> {
  let sequence = 0
  for (const { shape, name, kind } of lines.redlines) {
    const polygon = [drawn.outline.bentRing(shape)]
    const place: DemoAttributes = {
      XJXZQDM: COUNTY_CODE,
      XJXZQMC: COUNTY_NAME,
      SJXZQMC: '陕西省',
      SJXZQMC1: '云中市',
      LHLX: '陆域',
    }
    const rest: DemoAttributes = {
      MJ: area(polygon),
      LXDM: null,
      MC: name,
      QYMJ: Math.round(area(polygon) / 100) / 10000,
      SLSJ: '20221014',
      GKCS: kind,
    }
    yield {
      attributes: { BSM: featureMark(YSDM.STBHHX, ++sequence), YSDM: YSDM.STBHHX, ...place, ...rest },
      geometry: [polygon],
    }
  }
}

/** Is the face inside or across any of the shapes (any corner of it)? */
function touchesAny({ land }: DrawnLand, face: number, shapes: Shape[]): boolean {
  const edges = land.mesh.cycle(face)
  const near = (shape: Shape) => {
    const v = land.mesh.origin[edges[0]!]!
    return Math.hypot(shape[0]![0] - land.mesh.x[v]!, shape[0]![1] - land.mesh.y[v]!) < 5000
  }
  return shapes.some(
    (shape) =>
      near(shape) &&
      edges.some((h) => inside(shape, land.mesh.x[land.mesh.origin[h]!]!, land.mesh.y[land.mesh.origin[h]!]!)),
  )
}

/** Which cultivated patches are permanent basic farmland: good ground outside the other lines, and about five in seven of it. */
export function isBasicFarmland(drawn: DrawnLand, lines: ControlLines, face: number): boolean {
  const code = drawn.land.classOf[face]!
  if (!isCultivated(code) || drawn.facts.slopeLevel[face]! > 3 || hashLattice(face, 5, 91) % 7 < 2) return false
  return !touchesAny(
    drawn,
    face,
    [...lines.boundaries, ...lines.redlines].map((line) => line.shape),
  )
}

/** Permanent basic farmland patches: whole cultivated patches with the attributes they come from. Ellipsoidal areas are the loader's. */
export function* basicFarmland(drawn: DrawnLand, lines: ControlLines, gazetteer: Gazetteer): Generator<DemoFeature> {
  let sequence = 0
  for (const numbered of numberedFaces(drawn)) {
    if (!isBasicFarmland(drawn, lines, numbered.face)) continue
    const polygon = drawn.outline.polygon(numbered.face)
    const source = patchAttributes(drawn, gazetteer, numbered, polygon)
    const mark = ++sequence
    yield { attributes: basicFarmlandRow(source, mark), geometry: [polygon] }
  }
}

const TAKEN_OVER = [
  'TBBH',
  'DLBM',
  'DLMC',
  'QSXZ',
  'QSDWDM',
  'QSDWMC',
  'ZLDWDM',
  'ZLDWMC',
  'KCDLBM',
  'KCXS',
  'GDLX',
  'GDPDJB',
  'TBXHDM',
  'SJNF',
]

function basicFarmlandRow(source: DemoAttributes, sequence: number): DemoAttributes {
  const attributes: DemoAttributes = {
    BSM: featureMark(YSDM.YJJBNT, sequence),
    YSDM: YSDM.YJJBNT,
    XZQDM: COUNTY_CODE,
    XZQMC: COUNTY_NAME,
    YJJBNTTBBH: `${COUNTY_CODE}${String(sequence).padStart(8, '0')}`,
  }
  for (const field of TAKEN_OVER) attributes[field] = source[field] ?? null
  return {
    ...attributes,
    KCMJ: null,
    YJJBNTTBMJ: null,
    YJJBNTMJ: null,
    GDZZSXDM: source.ZZSXDM ?? null,
    BHKSSJ: '20221014',
    BHJSSJ: null,
    WDGD: '是',
    BZ: null,
  }
}
