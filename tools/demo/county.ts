import { COUNTY_CODE, COUNTY_NAME, type Gazetteer, nameTerritory } from './codes.ts'
import { patches } from './dltb.ts'
import { type DrawnLand, drawLand } from './draw-land.ts'
import { type DemoArea, type DemoFeature, LAYER_NAMES, type LayerName } from './feature.ts'
import type { CountySize } from './sizes.ts'
import { territoryAreas, townRows, villageRows } from './territory-rings.ts'

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
}

export const DEFAULT_SEED = 610799

/** The demo county 云栖县 (fictional): pure and deterministic in (size, seed). */
export function generateCounty(size: CountySize, seed = DEFAULT_SEED): County {
  const drawn = drawLand(size, seed)
  const gazetteer = nameTerritory(drawn.land)
  const areas = territoryAreas(drawn, gazetteer)
  const makers = new Map<LayerName, () => Generator<DemoFeature>>([
    ['XZQ', () => townRows(areas)],
    ['CJDCQ', () => villageRows(areas)],
    ['DLTB', () => patches(drawn, gazetteer)],
  ])
  const features = (layer: LayerName) => makers.get(layer)?.() ?? none()
  return {
    size,
    seed,
    code: COUNTY_CODE,
    name: COUNTY_NAME,
    epsg: 4524,
    areas,
    features,
    layers: lazyLayers(features),
    drawn,
    gazetteer,
  }
}

function* none(): Generator<DemoFeature> {}

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
