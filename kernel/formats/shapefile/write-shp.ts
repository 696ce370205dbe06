import { boundingBox } from '../../geometry/measures/bounding-box.ts'
import { signedRingArea } from '../../geometry/measures/planar-area.ts'
import type { Box, MultiPolygon, Ring } from '../../geometry/types.ts'

const HEADER_BYTES = 100
const POLYGON = 5

/** ESRI Shapefile Technical Description: outer rings run clockwise, holes counter-clockwise. */
function ringsInEsriOrder(geometry: MultiPolygon): Ring[] {
  return geometry.flatMap((polygon) =>
    polygon.map((ring, index) => {
      const area = signedRingArea(ring)
      // A ring whose area is no number or nothing has no direction and stays as it is.
      const wrong = index === 0 ? area > 0 : area < 0
      return wrong ? [...ring].reverse() : ring
    }),
  )
}

function boundsOf(rings: Ring[]): Box {
  const bounds = boundingBox([rings])
  return bounds.every(Number.isFinite) ? bounds : [0, 0, 0, 0]
}

const writeBounds = (view: DataView, offset: number, bounds: Box) => {
  bounds.forEach((value, index) => {
    view.setFloat64(offset + index * 8, value, true)
  })
}

function recordContent(geometry: MultiPolygon | null): Uint8Array {
  const rings = ringsInEsriOrder(geometry ?? []).filter((ring) => ring.length > 0)
  if (rings.length === 0) return new Uint8Array(4)
  const points = rings.reduce((sum, ring) => sum + ring.length, 0)
  const content = new Uint8Array(44 + rings.length * 4 + points * 16)
  const view = new DataView(content.buffer)
  view.setInt32(0, POLYGON, true)
  writeBounds(view, 4, boundsOf(rings))
  view.setInt32(36, rings.length, true)
  view.setInt32(40, points, true)
  let first = 0
  let offset = 44 + rings.length * 4
  rings.forEach((ring, index) => {
    view.setInt32(44 + index * 4, first, true)
    first += ring.length
    for (const [x, y] of ring) {
      view.setFloat64(offset, x, true)
      view.setFloat64(offset + 8, y, true)
      offset += 16
    }
  })
  return content
}

/** The header both files share; `length` is the whole file in bytes, stored in 16-bit words. */
function writeHeader(view: DataView, length: number, bounds: Box): void {
  view.setInt32(0, 9994)
  view.setInt32(24, length / 2)
  view.setInt32(28, 1000, true)
  view.setInt32(32, POLYGON, true)
  writeBounds(view, 36, bounds)
}

/** The .shp and .shx of a polygon layer; a row without geometry becomes a null shape. Vertices are written untouched. */
export function writeShp(geometries: (MultiPolygon | null)[]): { shp: Uint8Array; shx: Uint8Array } {
  const records = geometries.map(recordContent)
  const shp = new Uint8Array(records.reduce((sum, record) => sum + 8 + record.length, HEADER_BYTES))
  const shx = new Uint8Array(HEADER_BYTES + records.length * 8)
  const [shpView, shxView] = [new DataView(shp.buffer), new DataView(shx.buffer)]
  const bounds = boundsOf(geometries.flatMap((geometry) => (geometry ?? []).flat()))
  writeHeader(shpView, shp.length, bounds)
  writeHeader(shxView, shx.length, bounds)
  let offset = HEADER_BYTES
  records.forEach((record, index) => {
    for (const [view, at, first] of [
      [shpView, offset, index + 1],
      [shxView, HEADER_BYTES + index * 8, offset / 2],
    ] as const) {
      view.setInt32(at, first)
      view.setInt32(at + 4, record.length / 2)
    }
    shp.set(record, offset + 8)
    offset += 8 + record.length
  })
  return { shp, shx }
}
