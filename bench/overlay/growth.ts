// Child of the overlay benchmark: the area table of copies of a county, its time and memory as one line of JSON.
import { prepareLayer } from '../../kernel/geometry/areas/prepared-layer.ts'
import { tabulateSets } from '../../kernel/geometry/areas/tabulate-sets.ts'
import { featureCount } from '../../kernel/geometry/flat/polygon-set.ts'
import { sideBySide, stepOf } from '../county-set.ts'
import { timeAndMemory } from '../high-water.ts'
import { pairsOf } from './pairs.ts'
import { readWork } from './work-file.ts'

/**
 * `seconds` of processor time for one table, which others on the machine disturb less; `pairs`: subjects and features whose boxes meet; `held`: set, index and boxes, `memory`: what the
 * process needs on top while it works, `raw`: of the coordinates; bytes.
 */
export type Growth = {
  polygons: number
  subjects: number
  pairs: number
  seconds: number
  held: number
  memory: number
  raw: number
}

const [folder, name, copies] = process.argv.slice(2)
const work = readWork(folder!, name!)
const step = stepOf(work.layer)
const [subjects, layer] = [work.subjects, work.layer].map((set) => sideBySide(set, Number(copies), step))
const prepared = prepareLayer(layer!)
const seconds = leastProcessorTime(() => tabulateSets(subjects!, prepared))
const { memory } = timeAndMemory(() => tabulateSets(subjects!, prepared))
const arrays = [...Object.values(layer!), prepared.chunks, prepared.index!.data]
const growth: Growth = {
  polygons: featureCount(layer!),
  subjects: featureCount(subjects!),
  pairs: pairsOf({ subjects: subjects!, layer: layer! }).subjects.length,
  seconds,
  held: arrays.reduce((sum, { byteLength }) => sum + byteLength, 0),
  memory,
  raw: layer!.coordinates.byteLength,
}
console.log(JSON.stringify(growth))

/** The least of so many runs, of which the first ones warm up. */
function leastProcessorTime(work: () => unknown): number {
  let least = Infinity
  for (let k = 0; k < 30; k++) {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1e6)
  }
  return least
}
