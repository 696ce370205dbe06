import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { PolygonSet } from '../../kernel/geometry/flat/polygon-set.ts'
import { SetBuilder } from '../../kernel/geometry/flat/set-builder.ts'
import type { MultiPolygon } from '../../kernel/geometry/types.ts'
import { generateClues } from '../../tools/demo/clues.ts'
import { generateCounty } from '../../tools/demo/county.ts'
import type { CountySize } from '../../tools/demo/sizes.ts'
import { root } from '../../tools/run-step.ts'
import { geosGeometry, loadGeos } from '../peers/geos.ts'

/**
 * Subjects to lay over a layer, all valid. `cellsPerUnit`: the grid pieces are made on; `tiny`: what two programs may
 * differ by on a touch, in square units: less is not counted as a row.
 */
export type Work = {
  key: 'county' | 'wales'
  name: string
  subjects: PolygonSet
  layer: PolygonSet
  cellsPerUnit: number
  tiny: number
}

/**
 * The clues of a quarter on the patches (DLTB) of the demo county; clues that were spoiled on purpose stay out.
 * @param installed what has to be there before GEOS can be asked about them
 */
export async function countyWork(size: CountySize, clues: number, installed: Promise<void>): Promise<Work> {
  const county = generateCounty(size)
  const drawn = generateClues(county, { count: clues }).clues.flatMap(({ geometry }) => (geometry ? [geometry] : []))
  const layer = new SetBuilder()
  for (const { geometry } of county.features('DLTB')) layer.add(geometry)
  await installed
  const subjects = await validOnes(drawn)
  return { key: 'county', name: `county ${size}`, subjects, layer: layer.finish(), cellsPerUnit: 1e4, tiny: 1e-3 }
}

const WALES = join(root, '../shared/fixtures/parcels/uk_wales')

/** The census areas of Wales on its wards, in degrees as they come; undefined where the fixtures are absent. */
export async function walesWork(): Promise<Work | undefined> {
  if (!existsSync(WALES)) return undefined
  const [subjects, layer] = [await validOnes(readShapes('oa2011')), await validOnes(readShapes('wards2013'))]
  return { key: 'wales', name: 'uk_wales', subjects, layer, cellsPerUnit: 1e9, tiny: 1e-12 }
}

function readShapes(name: string): MultiPolygon[] {
  const { features } = JSON.parse(gunzipSync(readFileSync(join(WALES, `${name}.geojson.gz`))).toString())
  return features.map(({ geometry: { type, coordinates } }: { geometry: { type: string; coordinates: never } }) =>
    type === 'Polygon' ? [coordinates] : coordinates,
  )
}

/** Nobody is asked about what no peer can answer: GEOS says which those are. */
async function validOnes(geometries: readonly MultiPolygon[]): Promise<PolygonSet> {
  const geos = await loadGeos()
  const valid = new SetBuilder()
  for (const geometry of geometries) {
    const shape = geosGeometry(geos, new SetBuilder().add(geometry).finish(), 0)
    if (shape !== 0 && geos.GEOSisValid(shape) === 1) valid.add(geometry)
    if (shape !== 0) geos.GEOSGeom_destroy(shape)
  }
  return valid.finish()
}
