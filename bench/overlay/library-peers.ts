import { featureGeometry } from '../../kernel/geometry/flat/feature-geometry.ts'
import type { PolygonSet } from '../../kernel/geometry/flat/polygon-set.ts'
import { geosGeometry, loadGeos } from '../peers/geos.ts'
import { loadPeer } from '../peers/install.ts'
import type { Pairs } from './pairs.ts'
import { type Intersect, timePairs } from './timed-pairs.ts'
import type { Work } from './work.ts'

/** Seconds for all pairs; `area` in common, where all were done. */
export type PeerTime = { peer: string; seconds: number | null; note: string; area?: number }

const GIVEN = 'candidate pairs and geometries in its own form given before the clock starts'

/** What turns features into a peer's own geometries and intersects two of them. */
type Peer<G> = { make: (set: PolygonSet, feature: number) => G; common: (a: G, b: G) => number }

const peers: Record<string, { load: (work: Work) => unknown; what: string }> = {
  'geos-wasm 3.1.1': { load: geosPeer, what: 'GEOSIntersection + GEOSArea' },
  'jsts 2.12.1': { load: jstsPeer, what: 'intersection + getArea' },
  'clipper2-ts 2.0.1': { load: clipperPeer, what: 'intersect of integers (0.1 mm; 10⁻⁷ °) + area' },
}

/** Peers that intersect two geometries at a time; `limit`: seconds for each, after which the rest is scaled. */
export async function* libraryTimes(work: Work, pairs: Pairs, limit: number): AsyncGenerator<PeerTime> {
  for (const [peer, { load, what }] of Object.entries(peers)) {
    yield timePeer(peer, what, (await load(work)) as Peer<unknown>, work, pairs, limit)
  }
}

function timePeer<G>(
  peer: string,
  what: string,
  { make, common }: Peer<G>,
  { subjects, layer }: Work,
  pairs: Pairs,
  limit: number,
): PeerTime {
  // biome-ignore format: one row
  try {
    const own = <S extends PolygonSet>(set: S, places: Uint32Array) =>
      new Map(Array.from(new Set(places), (place) => [place, make(set, place)]))
    const [ours, theirs] = [own(subjects, pairs.subjects), own(layer, pairs.features)]
    const intersect: Intersect = (subject, feature) => common(ours.get(subject)!, theirs.get(feature)!)
    const { seconds, share, area, failed } = timePairs(pairs, limit, intersect)
    const part = share < 1 ? `; done for ${(100 * share).toPrecision(2)} % of the pairs, scaled` : ''
    const note = `${what}; ${GIVEN}${part}${failed ? `; ${failed} pairs threw` : ''}`
    return { peer, seconds, note, ...(share === 1 ? { area } : {}) }
  } catch (error) {
    return { peer, seconds: null, note: `did not finish: ${(error as Error).message}` }
  }
}

async function geosPeer(): Promise<Peer<number>> {
  const geos = await loadGeos()
  const output = geos.Module._malloc(8)
  const common = (a: number, b: number) => {
    const both = geos.GEOSIntersection(a, b)
    if (both === 0) throw new Error('exception')
    geos.GEOSArea(both, output)
    geos.GEOSGeom_destroy(both)
    return geos.Module.getValue(output, 'double')
  }
  return { make: (set, feature) => geosGeometry(geos, set, feature), common }
}

type JstsGeometry = { intersection(other: JstsGeometry): JstsGeometry; getArea(): number }

function jstsPeer(): Peer<JstsGeometry> {
  const path = 'jsts/org/locationtech/jts'
  loadPeer(`${path}/monkey.js`)
  const { default: Reader } = loadPeer<{ default: new () => { read(shape: object): JstsGeometry } }>(`${path}/io/GeoJSONReader.js`) // biome-ignore format: one row
  const reader = new Reader()
  return {
    make: (set, feature) => reader.read({ type: 'MultiPolygon', coordinates: featureGeometry(set, feature) }),
    common: (a, b) => a.intersection(b).getArea(),
  }
}

type Path = { x: number; y: number }[]
type Clipper = {
  Clipper: { intersect(a: Path[], b: Path[], rule: number): Path[]; areaPaths(paths: Path[]): number }
  FillRule: { NonZero: number }
}

/** Integers count from the middle of the first subject; their products must stay below 2⁵³. */
function clipperPeer({ subjects, cellsPerUnit }: Work): Peer<Path[]> {
  const { Clipper, FillRule } = loadPeer<Clipper>('clipper2-ts')
  const scale = Math.min(cellsPerUnit, 1e7)
  const [x0, y0] = [Math.floor(subjects.boxes[0]!), Math.floor(subjects.boxes[1]!)]
  const cell = ([x, y]: readonly [number, number]) => ({
    x: Math.round((x - x0) * scale),
    y: Math.round((y - y0) * scale),
  })
  return {
    make: (set, feature) =>
      featureGeometry(set, feature).flatMap((part) => part.map((ring) => ring.slice(1).map(cell))),
    common: (a, b) => Clipper.areaPaths(Clipper.intersect(a, b, FillRule.NonZero)) / scale ** 2,
  }
}
