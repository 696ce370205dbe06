import assert from 'node:assert/strict'
import { unzipSync, zipSync } from 'fflate'
import type { MultiPolygon } from '../geometry/types.ts'
import { Refusal } from '../problems/problem.ts'
import type { Delivery, LayerToWrite } from './delivery.ts'
import { type DeliveryOptions, readDelivery } from './read-delivery.ts'
import { writeShapefileZip } from './write-shapefile.ts'

/** For tests only. A square of so many metres in zone 36 (EPSG:4524), near the demo county. */
export const square = (east: number, north: number, side = 100): MultiPolygon => [
  [
    [
      [36478500.889 + east, 3650553.447 + north],
      [36478500.889 + east, 3650553.447 + north + side],
      [36478500.889 + east + side, 3650553.447 + north + side],
      [36478500.889 + east + side, 3650553.447 + north],
      [36478500.889 + east, 3650553.447 + north],
    ],
  ],
]

/** Moves every vertex, to build what a careless sender delivers. */
export const moved = (geometry: MultiPolygon, move: (x: number, y: number) => [number, number]): MultiPolygon =>
  geometry.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => move(x, y))))

export const clues = (...geometries: (MultiPolygon | null)[]): LayerToWrite => ({
  name: 'clues',
  epsg: 4524,
  fields: [
    { name: '图斑编号', type: 'text', length: 20 },
    { name: 'JCMJ', type: 'number' },
    { name: 'XH', type: 'integer' },
    { name: 'JCRQ', type: 'date' },
  ],
  rows: geometries.map((geometry, index) => ({
    attributes: { 图斑编号: `云栖〔2026〕${index + 1}号`, JCMJ: 10000 / 3, XH: index + 1, JCRQ: '2026-09-30' },
    geometry,
  })),
})

/** A good delivery as a sender zips it, in GBK. */
export const goodZip = (...geometries: (MultiPolygon | null)[]): Uint8Array =>
  writeShapefileZip({ ...clues(...(geometries.length ? geometries : [square(0, 0), square(200, 0)])), encoding: 'gbk' })

/** The delivery with some of its files replaced, or left out (undefined). */
export function rezip(zip: Uint8Array, changes: Record<string, Uint8Array | undefined>): Uint8Array {
  const files = Object.entries({ ...unzipSync(zip), ...changes })
  return zipSync(Object.fromEntries(files.flatMap(([name, bytes]) => (bytes ? [[name, bytes]] : []))))
}

export const filesOf = (zip: Uint8Array): Record<string, Uint8Array> => unzipSync(zip)

export const read = (bytes: Uint8Array, options: DeliveryOptions = {}, name = 'delivery.zip'): Promise<Delivery> =>
  readDelivery({ name, bytes }, options)

/** Asserts that reading is refused with this code, and gives the parameters of the refusal. */
export async function refused(reading: Promise<unknown>, code: string): Promise<Record<string, string | number>> {
  const error = await reading.then(
    () => assert.fail(`expected refusal ${code}`),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw error
  assert.equal(error.problem.code, code)
  return error.problem.params ?? {}
}

export const codes = (findings: { code: string }[]): string[] => findings.map((finding) => finding.code)
