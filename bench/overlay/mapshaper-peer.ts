import { featureGeometry } from '../../kernel/geometry/flat/feature-geometry.ts'
import { featureCount, type PolygonSet } from '../../kernel/geometry/flat/polygon-set.ts'
import { loadPeer } from '../peers/install.ts'
import type { PeerTime } from './library-peers.ts'
import type { Pairs } from './pairs.ts'
import type { Work } from './work.ts'

type Layer = { shapes: unknown[]; data: { getRecords(): Record<string, unknown>[] } }
type Dataset = { layers: Layer[]; arcs: unknown }
type Mapshaper = {
  internal: { importGeoJSON(source: object, options: object): Dataset; mergeDatasets(sets: Dataset[]): Dataset }
  cmd: { union(layers: Layer[], dataset: Dataset, options: object): Layer[] }
  geom: { getPlanarShapeArea(shape: unknown, arcs: unknown): number }
}

/**
 * mapshaper's -union: cuts all edges of both layers where they meet and makes the mosaic of what lies between, with one
 * subject and one feature each. That is the pieces and more; areas are added up of those that have both.
 */
export function mapshaperTime({ subjects, layer }: Work, pairs: Pairs): PeerTime {
  const peer = 'mapshaper 0.7.70 -union'
  const note =
    'mosaic of subjects and candidate features, then planar areas; candidates and import before the clock starts'
  try {
    const { internal, cmd, geom } = loadPeer<Mapshaper>('mapshaper')
    const all = Array.from({ length: featureCount(subjects) }, (_, s) => s)
    const imported = [layerOf('s', subjects, all), layerOf('f', layer, new Set(pairs.features))].map((source) =>
      internal.importGeoJSON(source, {}),
    )
    const begun = performance.now()
    const dataset = internal.mergeDatasets(imported)
    const [union] = cmd.union(dataset.layers, dataset, {})
    const records = union!.data.getRecords()
    let area = 0
    union!.shapes.forEach((shape, k) => {
      if (records[k]!.s !== null && records[k]!.f !== null) area += geom.getPlanarShapeArea(shape, dataset.arcs)
    })
    return { peer, seconds: (performance.now() - begun) / 1000, note, area }
  } catch (error) {
    return { peer, seconds: null, note: `did not finish: ${(error as Error).message}` }
  }
}

const layerOf = (id: string, set: PolygonSet, places: Iterable<number>) => ({
  type: 'FeatureCollection',
  features: Array.from(places, (place) => ({
    type: 'Feature',
    properties: { [id]: place },
    geometry: { type: 'MultiPolygon', coordinates: featureGeometry(set, place) },
  })),
})
