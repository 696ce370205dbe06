// Child of the coverage benchmark: checks copies of a county and says what it took, as one line of JSON.
import { checkSet } from '../../kernel/geometry/coverage/check-set.ts'
import { featureCount } from '../../kernel/geometry/flat/polygon-set.ts'
import type { CountySize } from '../../tools/demo/sizes.ts'
import { countySet } from '../county-set.ts'
import { timeAndMemory } from '../high-water.ts'
import { LIMITS } from './limits.ts'

/** `memory`: highest use of the process during the check less that before it, and `raw`: of the coordinates; bytes. */
export type Growth = { polygons: number; vertices: number; seconds: number; memory: number; raw: number }

const [size, copies] = process.argv.slice(2)
const warm = countySet('S')
checkSet(warm, LIMITS)
const set = countySet(size as CountySize, Number(copies))
const growth: Growth = {
  polygons: featureCount(set),
  vertices: set.coordinates.length / 2,
  ...timeAndMemory(() => checkSet(set, LIMITS)),
  raw: set.coordinates.byteLength,
}
console.log(JSON.stringify(growth))
