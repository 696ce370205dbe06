import { COUNTY_CODE, type Gazetteer, YSDM } from './codes.ts'
import type { DrawnLand } from './draw-land.ts'
import type { DemoAttributes, DemoFeature } from './feature.ts'
import type { Plot } from './land.ts'
import { personName } from './names.ts'
import { polygonArea } from './outline.ts'
import { createRandom, hashLabel, type Random } from './random.ts'
import { depthInside, rectangle, type Shape } from './shapes.ts'

/** A parcel and the buildings on it; drawing-space rings. */
type Parcel = {
  plot: Plot
  shape: Shape
  code: string
  owner: string
  buildings: { shape: Shape; floors: number; structure: string }[]
}

/** Classes whose land is registered in parcels, with right type (QLLX) and nature of right (QLXZ). */
const RIGHTS: Record<string, { feature: 'JC' | 'GB' | 'JB'; qllx: string; qlxz: string }> = {
  '0702': { feature: 'JC', qllx: '6', qlxz: '203' },
  '0701': { feature: 'GB', qllx: '4', qlxz: '102' },
  '05H1': { feature: 'GB', qllx: '4', qlxz: '102' },
  '0508': { feature: 'GB', qllx: '4', qlxz: '102' },
  '0601': { feature: 'GB', qllx: '4', qlxz: '102' },
  '08H1': { feature: 'GB', qllx: '4', qlxz: '101' },
  '08H2': { feature: 'GB', qllx: '4', qlxz: '101' },
}

/** Halves a convex ring across its longer way until the pieces are near the wanted size. */
function divide(shape: Shape, wanted: number): Shape[] {
  const { area, x, y, angle } = lie(shape)
  if (area < wanted * 1.5 || shape.length < 3) return [shape]
  const across = angle + Math.PI / 2
  const side = (p: [number, number]) => Math.cos(across) * (p[1] - y) - Math.sin(across) * (p[0] - x)
  const halves = [1, -1].map((sign) => clipHalf(shape, (p) => sign * side(p)))
  return halves.flatMap((half) => divide(half, wanted))
}

function clipHalf(shape: Shape, side: (p: [number, number]) => number): Shape {
  return shape.flatMap((p, i): Shape => {
    const q = shape[(i + 1) % shape.length]!
    const [sp, sq] = [side(p), side(q)]
    const kept: Shape = sp >= 0 ? [p] : []
    if (sp > 0 !== sq > 0 && sp !== 0 && sq !== 0) {
      const t = sp / (sp - sq)
      kept.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])])
    }
    return kept
  })
}

/** Area, mean point, direction of the longest side. */
function lie(shape: Shape): { area: number; x: number; y: number; angle: number } {
  let [twice, longest, angle] = [0, 0, 0]
  shape.forEach(([ax, ay], i) => {
    const [bx, by] = shape[(i + 1) % shape.length]!
    twice += (ax - shape[0]![0]) * (by - shape[0]![1]) - (bx - shape[0]![0]) * (ay - shape[0]![1])
    const length = Math.hypot(bx - ax, by - ay)
    if (length > longest) [longest, angle] = [length, Math.atan2(by - ay, bx - ax)]
  })
  const mean = (k: 0 | 1) => shape.reduce((sum, p) => sum + p[k], 0) / shape.length
  return { area: twice / 2, x: mean(0), y: mean(1), angle }
}

/** The largest of some rectangles about the middle that keeps a margin to the parcel's sides. */
function footprint(shape: Shape, random: Random, share: number): Shape | undefined {
  const { area, x, y, angle } = lie(shape)
  const size = Math.sqrt(area) * share
  for (const factor of [1, 0.85, 0.7, 0.55]) {
    const building = rectangle(x, y, size * factor * random.between(1.1, 1.35), size * factor * 0.8, angle)
    if (building.every(([px, py]) => depthInside(shape, px, py) > 0.8)) return building
  }
  return undefined
}

/** Rows of houses on a large parcel; one on a small. */
function housesOn(shape: Shape, code: string, random: Random): Parcel['buildings'] {
  const home = code === '0702'
  const parts = home ? [shape] : divide(shape, code === '0601' || code === '0508' ? 2600 : 1100)
  return parts.flatMap((part) => {
    const building = footprint(part, random, home ? 0.66 : 0.72)
    if (!building) return []
    const floors = home
      ? random.whole(1, 3)
      : code === '0701'
        ? random.whole(5, 11)
        : code === '0601' || code === '0508'
          ? 1
          : random.whole(2, 5)
    const structure = home ? random.pick(['4', '4', '5']) : floors === 1 ? '1' : floors > 6 ? '3' : '4'
    return [{ shape: building, floors, structure }]
  })
}

/** Parcels plot by plot, the same on every call. */
function* parcels({ land }: DrawnLand): Generator<Parcel> {
  for (const plot of land.plots) {
    if (!RIGHTS[plot.code]) continue
    const random = createRandom(hashLabel(`plot ${plot.face}`))
    for (const shape of plot.code === '0702' ? divide(plot.ring, 260) : [plot.ring]) {
      const owner = plot.code === '0702' ? personName(random) : ''
      yield { plot, shape, code: plot.code, owner, buildings: housesOn(shape, plot.code, random) }
    }
  }
}

type Numbered = { parcel: Parcel; serial: number; mark: string }

/** ZDDM: county, cadastral district (town) and sub-district (village), feature code, number in the sub-district. */
function* numbered(drawn: DrawnLand, gazetteer: Gazetteer): Generator<Numbered> {
  const counters = new Map<number, number>()
  let serial = 0
  for (const parcel of parcels(drawn)) {
    const { village } = parcel.plot
    const number = (counters.get(village) ?? 0) + 1
    counters.set(village, number)
    const right = RIGHTS[parcel.code]!
    const collective = right.feature === 'GB' && drawn.land.noteOf.get(parcel.plot.face)?.user === undefined
    const code = gazetteer.villages[village]!.code
    const mark = `${COUNTY_CODE}${code.slice(6, 9)}${code.slice(9, 12)}${collective ? 'JB' : right.feature}${String(number).padStart(5, '0')}`
    yield { parcel, serial: ++serial, mark }
  }
}

export function* parcelRows(drawn: DrawnLand, gazetteer: Gazetteer): Generator<DemoFeature> {
  for (const { parcel, serial, mark } of numbered(drawn, gazetteer)) {
    const polygon = [drawn.outline.bentRing(parcel.shape)]
    const village = gazetteer.villages[parcel.plot.village]!
    const right = RIGHTS[parcel.code]!
    const attributes: DemoAttributes = {
      BSM: serial,
      YSDM: YSDM.ZD,
      ZDDM: mark,
      BDCDYH: `${mark}${parcel.buildings.length > 0 ? 'F00010001' : 'W00000000'}`,
      ZDTZM: mark.slice(12, 14),
      ZL: `${village.townName}${village.name}${parcel.owner ? `（${parcel.owner}）` : ''}`,
      ZDMJ: Math.round(polygonArea(polygon) * 100) / 100,
      MJDW: '1',
      YT: parcel.code,
      QLLX: mark.slice(12, 14) === 'JB' ? '8' : right.qllx,
      QLXZ: right.qlxz,
      QLSDFS: '2',
      ZDSZD: '邻宗地',
      ZDSZN: '邻宗地',
      ZDSZX: '邻宗地',
      ZDSZB: parcel.code === '0702' ? '村内道路' : '道路',
      ZT: '1',
    }
    yield { attributes, geometry: [polygon] }
  }
}

export function* buildingRows(drawn: DrawnLand, gazetteer: Gazetteer): Generator<DemoFeature> {
  let serial = 0
  for (const { parcel, mark } of numbered(drawn, gazetteer)) {
    for (const [i, building] of parcel.buildings.entries()) {
      // Walls are straight: corners only, not the bent edges of the land.
      const ring = building.shape.map(([x, y]) => drawn.outline.point(x, y))
      const polygon = [[...ring, ring[0]!]]
      const ground = Math.round(polygonArea(polygon) * 100) / 100
      const unit = `F${String(i + 1).padStart(4, '0')}`
      const attributes: DemoAttributes = {
        BSM: ++serial,
        YSDM: YSDM.ZRZ,
        BDCDYH: `${mark}${unit}0000`,
        ZDDM: mark,
        ZRZH: `${mark}${unit}`,
        ZZDMJ: ground,
        ZYDMJ: ground,
        SCJZMJ: Math.round(ground * building.floors * 100) / 100,
        ZCS: building.floors,
        DSCS: building.floors,
        DXCS: 0,
        JZWGD: building.floors * 3 + 0.6,
        GHYT: parcel.code === '0601' || parcel.code === '0508' ? '20' : parcel.code.startsWith('07') ? '10' : '30',
        FWJG: building.structure,
        ZTS: parcel.code === '0701' ? building.floors * 4 : 1,
        JZWZT: '1',
        ZT: '1',
      }
      yield { attributes, geometry: [polygon] }
    }
  }
}
