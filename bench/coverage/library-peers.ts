import { featureGeometry } from '../../kernel/geometry/flat/feature-geometry.ts'
import { featureCount, type PolygonSet } from '../../kernel/geometry/flat/polygon-set.ts'
import type { MultiPolygon } from '../../kernel/geometry/types.ts'
import { geosGeometry, loadGeos } from '../peers/geos.ts'
import { loadPeer } from '../peers/install.ts'

/** Seconds of a check, with the data already in the peer's own form; `note` says what it looks for, `partial` that it is too little to aim at. */
export type PeerTime = { peer: string; seconds: number | null; note: string; partial?: true }

const secondsOf = (work: () => void): number => {
  const begun = performance.now()
  work()
  return (performance.now() - begun) / 1000
}

const COLLECTION = 7
/** Gaps up to this width are looked for, m: wider ones cost it more. */
const GAP_WIDTH = 1

/** GEOS in WebAssembly: validity of every polygon, and of the coverage. Its memory ends at 2 GB. */
export async function geosTime(set: PolygonSet): Promise<PeerTime> {
  const note = 'GEOSisValid of each + GEOSCoverageIsValid: overlaps, gaps to 1 m as edges; no area, shape or duplicate'
  const peer = 'geos-wasm 3.1.1'
  try {
    const geos = await loadGeos()
    const count = featureCount(set)
    const list = geos.Module._malloc(4 * count)
    const shapes = Array.from({ length: count }, (_, f) => geosGeometry(geos, set, f))
    shapes.forEach((shape, f) => {
      geos.Module.setValue(list + 4 * f, shape, 'i32')
    })
    const seconds = secondsOf(() => {
      for (const shape of shapes) geos.GEOSisValid(shape)
      const collection = geos.GEOSGeom_createCollection(COLLECTION, list, count)
      if (geos.GEOSCoverageIsValid(collection, GAP_WIDTH, geos.Module._malloc(4)) === 2) throw new Error('exception')
    })
    return { peer, seconds, note }
  } catch (error) {
    return { peer, seconds: null, note: `did not finish: ${(error as Error).message}` }
  }
}

type Dataset = { layers: unknown[] }
type Mapshaper = {
  internal: { importGeoJSON(source: object, options: object): Dataset; buildTopology(dataset: Dataset): void }
  cmd: {
    checkGeometry(layer: unknown, dataset: Dataset, options: object): void
    cleanLayers(layers: unknown[], dataset: Dataset, options: object): void
  }
}

/** mapshaper finds crossings of edges; overlaps and gaps it only finds by repairing them. */
export function mapshaperTimes(set: PolygonSet): PeerTime[] {
  const { internal, cmd } = loadPeer<Mapshaper>('mapshaper')
  const features = Array.from({ length: featureCount(set) }, (_, f) => asFeature(featureGeometry(set, f)))
  const dataset = internal.importGeoJSON({ type: 'FeatureCollection', features }, {})
  const topology = secondsOf(() => internal.buildTopology(dataset))
  const crossings = secondsOf(() => cmd.checkGeometry(dataset.layers[0], dataset, {}))
  const clean = secondsOf(() => cmd.cleanLayers(dataset.layers, dataset, {}))
  return [
    {
      peer: 'mapshaper 0.7.70 -clean',
      seconds: topology + clean,
      note: 'topology, then overlaps and gaps repaired; no report',
    },
    {
      peer: 'mapshaper 0.7.70 check',
      seconds: topology + crossings,
      note: 'topology, then crossings of edges only: no gap, no overlap without a crossing, no shape: a part of the work',
      partial: true,
    },
  ]
}

const asFeature = (coordinates: MultiPolygon) => ({
  type: 'Feature',
  properties: null,
  geometry: { type: 'MultiPolygon', coordinates },
})
