// One process: opens the file as a phone's worker does, asks, and tells what it holds. Run with --expose-gc.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { prepareLayer } from '../../kernel/geometry/areas/prepared-layer.ts'
import { setOf } from '../../kernel/geometry/flat/set-of.ts'
import type { Box, Position } from '../../kernel/geometry/types.ts'
import { dltb } from '../../kernel/layers/definitions/dltb.ts'
import { batchOf, overlayLayer } from '../../kernel/overlay/overlay-layer.ts'
import { classesOf } from '../../kernel/overlay/row-order.ts'
import { openReference } from '../../modules/fieldwork/packages/rules/reference/read-reference.ts'
import { numbersFrom, percentile } from '../measure.ts'
import { EAST, NORTH, polygonsFile, SIDE } from './polygons-file.ts'

const count = Number(process.argv[2])
const across = Math.ceil(Math.sqrt(count))
const handle = openSync(polygonsFile(count), 'r')
const held = () => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}
const before = held()
const begun = performance.now()
const file = await openReference({
  size: fstatSync(handle).size,
  async read(at, length) {
    const bytes = new Uint8Array(length)
    readSync(handle, bytes, 0, length, at)
    return bytes
  },
})
const opened = performance.now() - begun
const random = numbersFrom(11)
const somewhere = (): Position => [EAST + SIDE * across * random(), NORTH + SIDE * across * random()]
let most = 0

async function timed(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let k = 0; k < times; k++) {
    const from = performance.now()
    await work()
    taken.push(performance.now() - from)
    if (k % 50 === 0) most = Math.max(most, held() - before)
  }
  return percentile(taken, 0.95)
}

const around = (half: number): Box => {
  const [x, y] = somewhere()
  return [x - half, y - half, x + half, y + half]
}
const point = await timed(400, () => file.at(somewhere()))
const view = await timed(100, () => file.inBox(around(400), { withAttributes: false }))
const areas = await timed(60, () => overlayHere(around(100)))
most = Math.max(most, held() - before)
closeSync(handle)
console.log(JSON.stringify({ heap: most, opened, point, view, areas, size: file.count }))

/** How much of a shape of 4 ha lies in which class. */
async function overlayHere([minX, minY, maxX, maxY]: Box): Promise<unknown> {
  const shape: Position[] = [[minX, minY], [maxX, minY], [maxX, maxY], [minX, maxY], [minX, minY]] // biome-ignore format: one row
  const features = await file.inBox([minX, minY, maxX, maxY])
  const name = async (met: ReadonlySet<number>) => {
    const places = [...met]
    const keys = places.map((place) => ({ DLBM: features[place]!.attributes.DLBM ?? null }))
    return {
      ids: places.map((place) => features[place]!.id),
      keys,
      classOf: classesOf(keys),
      numberOf: (place: number) => places.indexOf(place),
    }
  }
  const layer = prepareLayer(setOf(features.map(({ geometry }) => geometry)))
  return overlayLayer(batchOf([{ id: 'shape', geometry: [[shape]] }]), { definition: dltb, layer, name }, false)
}
