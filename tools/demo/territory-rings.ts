import type { MultiPolygon } from '../../kernel/geometry/types.ts'
import { COUNTY_CODE, COUNTY_NAME, featureMark, type Gazetteer, YSDM } from './codes.ts'
import type { DrawnLand } from './draw-land.ts'
import type { DemoArea, DemoAttributes, DemoFeature } from './feature.ts'

/** The border of a set of faces, with every vertex its patches have, so that all levels fit exactly (one ring: cuts are convex). */
function borderOf({ land, outline }: DrawnLand, start: number, inside: (face: number) => boolean): MultiPolygon {
  const { mesh } = land
  const edges: number[] = []
  let h = start
  do {
    edges.push(h)
    h = mesh.next[h]!
    while (inside(mesh.face[h ^ 1]!)) h = mesh.next[h ^ 1]!
  } while (h !== start)
  return [[outline.ring(edges)]]
}

/** First half-edge of each unit's border, in one pass over the mesh. */
function borderStarts({ land }: DrawnLand, unitOf: (face: number) => number): Map<number, number> {
  const starts = new Map<number, number>()
  for (let h = 0; h < land.mesh.edgeCount * 2; h++) {
    const face = land.mesh.face[h]!
    if (face < 0) continue
    const unit = unitOf(face)
    const other = land.mesh.face[h ^ 1]!
    if (!starts.has(unit) && (other < 0 || unitOf(other) !== unit)) starts.set(unit, h)
  }
  return starts
}

/** County, towns, villages with borders made of the patches' own edges. */
export function territoryAreas(drawn: DrawnLand, gazetteer: Gazetteer): DemoArea[] {
  const { land } = drawn
  const villageOf = (face: number) => (face < 0 ? -1 : land.villageOf[face]!)
  const townOf = (face: number) => (face < 0 ? -1 : land.townOf[land.villageOf[face]!]!)
  const levels = [
    {
      unitOf: (face: number) => (face < 0 ? -1 : 0),
      of: () => ({ code: COUNTY_CODE, name: COUNTY_NAME, level: 'county' as const }),
    },
    { unitOf: townOf, of: (i: number) => ({ ...gazetteer.towns[i]!, level: 'town' as const, parent: COUNTY_CODE }) },
    {
      unitOf: villageOf,
      of: (i: number) => ({
        code: gazetteer.villages[i]!.code,
        name: gazetteer.villages[i]!.name,
        level: 'village' as const,
        parent: gazetteer.villages[i]!.town,
      }),
    },
  ]
  return levels.flatMap(({ unitOf, of }) =>
    [...borderStarts(drawn, unitOf)]
      .map(
        ([unit, start]): DemoArea => ({
          ...of(unit),
          geometry: borderOf(drawn, start, (face) => unitOf(face) === unit),
        }),
      )
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  )
}

/** XZQ rows of the towns: the code 12 wide with 9 significant digits. DCMJ and JSMJ are the loader's. */
export function* townRows(areas: readonly DemoArea[]): Generator<DemoFeature> {
  let sequence = 0
  for (const area of areas) {
    if (area.level !== 'town') continue
    const names: DemoAttributes = { XZQDM: area.code.padEnd(12, '0'), XZQMC: area.name }
    yield {
      attributes: { BSM: featureMark(YSDM.XZQ, ++sequence), YSDM: YSDM.XZQ, ...names, ...territoryRest },
      geometry: area.geometry,
    }
  }
}

export function* villageRows(areas: readonly DemoArea[]): Generator<DemoFeature> {
  let sequence = 0
  for (const area of areas) {
    if (area.level !== 'village') continue
    const names: DemoAttributes = { ZLDWDM: `${area.code}0000000`, ZLDWMC: area.name }
    yield {
      attributes: { BSM: featureMark(YSDM.CJDCQ, ++sequence), YSDM: YSDM.CJDCQ, ...names, ...territoryRest },
      geometry: area.geometry,
    }
  }
}

/** 地籍区 of every town, 地籍子区 of every village: what parcel codes begin with (parcels.ts). */
export function* districtRows(areas: readonly DemoArea[], level: 'town' | 'village'): Generator<DemoFeature> {
  const name = level === 'town' ? 'DJQ' : 'DJZQ'
  let sequence = 0
  for (const area of areas) {
    if (area.level !== level) continue
    const names: DemoAttributes = {
      [`${name}DM`]: area.code,
      [`${name}MC`]: `${area.name}${level === 'town' ? '地籍区' : '地籍子区'}`,
    }
    yield { attributes: { BSM: ++sequence, YSDM: null, ...names, BZ: null }, geometry: area.geometry }
  }
}

const territoryRest: DemoAttributes = { DCMJ: null, JSMJ: null, MSSM: '00', HDMC: null, BZ: null }
