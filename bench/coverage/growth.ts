// Child of the coverage benchmark: checks copies of a county and says what it took, as one line of JSON.
import { readFileSync, writeFileSync } from 'node:fs'
import { checkSet } from '../../kernel/geometry/coverage/check-set.ts'
import { featureCount } from '../../kernel/geometry/flat/polygon-set.ts'
import type { CountySize } from '../../tools/demo/sizes.ts'
import { countySet, LIMITS } from './county-set.ts'

/** `memory`: highest use of the process during the check less that before it, and `raw`: of the coordinates; bytes. */
export type Growth = { polygons: number; vertices: number; seconds: number; memory: number; raw: number }

const [size, copies] = process.argv.slice(2)
const warm = countySet('S')
checkSet(warm, LIMITS)
const set = countySet(size as CountySize, Number(copies))
globalThis.gc?.()
// Linux: from here on the high-water mark of the process counts anew.
writeFileSync('/proc/self/clear_refs', '5')
const before = highWater()
const begun = performance.now()
checkSet(set, LIMITS)
const seconds = (performance.now() - begun) / 1000
const growth: Growth = {
  polygons: featureCount(set),
  vertices: set.coordinates.length / 2,
  seconds,
  memory: highWater() - before,
  raw: set.coordinates.byteLength,
}
console.log(JSON.stringify(growth))

function highWater(): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1]) * 1024
}
