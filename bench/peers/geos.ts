import { writeWkb } from '../../kernel/geometry/codecs/wkb-write.ts'
import { featureGeometry } from '../../kernel/geometry/flat/feature-geometry.ts'
import type { PolygonSet } from '../../kernel/geometry/flat/polygon-set.ts'
import { loadPeer } from './install.ts'

/** What the benchmarks call of GEOS in WebAssembly; geometries and lists are addresses. Its memory ends at 2 GB. */
export type Geos = {
  Module: {
    _malloc(bytes: number): number
    _free(at: number): void
    HEAPU8: Uint8Array
    setValue(at: number, value: number, type: string): void
    getValue(at: number, type: string): number
  }
  GEOSGeomFromWKB_buf(at: number, bytes: number): number
  GEOSGeom_createCollection(type: number, list: number, count: number): number
  GEOSGeom_destroy(geometry: number): void
  GEOSCoverageIsValid(collection: number, gapWidth: number, output: number): number
  GEOSisValid(geometry: number): number
  GEOSIntersection(a: number, b: number): number
  GEOSArea(geometry: number, output: number): number
}

export const loadGeos = (): Promise<Geos> =>
  loadPeer<{ default: (options: object) => Promise<Geos> }>('geos-wasm').default({ noticeHandler: () => {} })

/** A feature of a set as a geometry of GEOS. */
export function geosGeometry({ Module, GEOSGeomFromWKB_buf }: Geos, set: PolygonSet, feature: number): number {
  const wkb = writeWkb(featureGeometry(set, feature))
  const at = Module._malloc(wkb.length)
  Module.HEAPU8.set(wkb, at)
  const geometry = GEOSGeomFromWKB_buf(at, wkb.length)
  Module._free(at)
  return geometry
}
