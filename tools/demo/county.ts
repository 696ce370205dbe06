import { approvalRows, managedRows } from './approvals.ts'
import { COUNTY_CODE, COUNTY_NAME, type Gazetteer, nameTerritory } from './codes.ts'
import {
  basicFarmland,
  type ControlLines,
  developmentBoundaries,
  ecologicalRedlines,
  layControlLines,
} from './control-lines.ts'
import { patches } from './dltb.ts'
import { type DrawnLand, drawLand } from './draw-land.ts'
import { type DemoArea, type DemoFeature, LAYER_NAMES, type LayerName } from './feature.ts'
import { Ground } from './ground.ts'
import { buildingRows, parcelRows } from './parcels.ts'
import { laySites, Occupancy, type Site } from './sites.ts'
import type { CountySize } from './sizes.ts'
import { districtRows, territoryAreas, townRows, villageRows } from './territory-rings.ts'

export type County = {
  size: CountySize
  seed: number
  code: string
  name: string
  epsg: 4524
  areas: DemoArea[]
  /** rows of a layer one by one: for loading without holding them all */
  features(layer: LayerName): Generator<DemoFeature>
  /** rows of a layer as an array, made on first use and kept */
  layers: Record<LayerName, DemoFeature[]>
  /** what the county was drawn from; clues are placed on it */
  drawn: DrawnLand
  gazetteer: Gazetteer
  known: () => KnownLand
}

export type KnownLand = { lines: ControlLines; ground: Ground; occupancy: Occupancy; sites: Site[] }

export const DEFAULT_SEED = 610799

/** The demo county 云栖县 (fictional): pure and deterministic in (size, seed). */
export function generateCounty(size: CountySize, seed = DEFAULT_SEED): County {
  const drawn = drawLand(size, seed)
  const gazetteer = nameTerritory(drawn.land)
  const areas = territoryAreas(drawn, gazetteer)
  const known = once(() => knownLand(drawn, gazetteer))
  const features = (layer: LayerName) => rowsOf(layer, drawn, gazetteer, areas, known)
  const layers = lazyLayers(features)
  return {
    size,
    seed,
    code: COUNTY_CODE,
    name: COUNTY_NAME,
    epsg: 4524,
    areas,
    features,
    layers,
    drawn,
    gazetteer,
    known,
  }
}

/** Control lines and what was decided before the quarter; indexing the ground takes a while, so only when asked for. */
function knownLand(drawn: DrawnLand, gazetteer: Gazetteer): KnownLand {
  const lines = layControlLines(drawn)
  const ground = new Ground(drawn, lines)
  const occupancy = new Occupancy()
  return { lines, ground, occupancy, sites: laySites(ground, gazetteer, occupancy) }
}

function rowsOf(
  layer: LayerName,
  drawn: DrawnLand,
  gazetteer: Gazetteer,
  areas: DemoArea[],
  known: () => KnownLand,
): Generator<DemoFeature> {
  switch (layer) {
    case 'XZQ':
      return townRows(areas)
    case 'CJDCQ':
      return villageRows(areas)
    case 'DLTB':
      return patches(drawn, gazetteer)
    case 'YJJBNT':
      return basicFarmland(drawn, layControlLines(drawn), gazetteer)
    case 'STBHHX':
      return ecologicalRedlines(drawn, layControlLines(drawn))
    case 'CZKFBJ':
      return developmentBoundaries(drawn, layControlLines(drawn), gazetteer)
    case 'DJQ':
      return districtRows(areas, 'town')
    case 'DJZQ':
      return districtRows(areas, 'village')
    case 'ZD':
      return parcelRows(drawn, gazetteer)
    case 'ZRZ':
      return buildingRows(drawn, gazetteer)
    case 'GLFW':
      return managedRows(known().sites, gazetteer)
    default:
      return approvalRows(layer, known().sites, gazetteer, drawn.outline)
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function lazyLayers(features: (layer: LayerName) => Generator<DemoFeature>): Record<LayerName, DemoFeature[]> {
  const kept = new Map<LayerName, DemoFeature[]>()
  const layers = {} as Record<LayerName, DemoFeature[]>
  for (const name of LAYER_NAMES) {
    const get = () => {
      if (!kept.has(name)) kept.set(name, [...features(name)])
      return kept.get(name)!
    }
    Object.defineProperty(layers, name, { get, enumerable: true })
  }
  return layers
}
