// Child of the overlay benchmark: the area table of copies of a county, its time and memory as one line of JSON.
import { prepareLayer } from '../../kernel/geometry/areas/prepared-layer.ts'
import { tabulateSets } from '../../kernel/geometry/areas/tabulate-sets.ts'
import { featureCount } from '../../kernel/geometry/flat/polygon-set.ts'
import { sideBySide, stepOf } from '../county-set.ts'
import { timeAndMemory } from '../high-water.ts'
import { readWork } from './work-file.ts'

/** `seconds` for one table; `held`: set, index and boxes, `memory`: what the process needs on top while it works, `raw`: of the coordinates; bytes. */
export type Growth = { polygons: number; vertices: number; subjects: number; seconds: number; held: number; memory: number; raw: number } // biome-ignore format: one row

const [folder, name, copies] = process.argv.slice(2)
const work = readWork(folder!, name!)
const step = stepOf(work.layer)
const [subjects, layer] = [work.subjects, work.layer].map((set) => sideBySide(set, Number(copies), step))
const prepared = prepareLayer(layer!)
tabulateSets(subjects!, prepared)
const runs = [1, 2, 3].map(() => timeAndMemory(() => tabulateSets(subjects!, prepared)))
const arrays = [...Object.values(layer!), prepared.chunks, prepared.index!.data]
const growth: Growth = {
  polygons: featureCount(layer!),
  vertices: layer!.coordinates.length / 2,
  subjects: featureCount(subjects!),
  seconds: Math.min(...runs.map(({ seconds }) => seconds)),
  held: arrays.reduce((sum, { byteLength }) => sum + byteLength, 0),
  memory: Math.max(...runs.map(({ memory }) => memory)),
  raw: layer!.coordinates.byteLength,
}
console.log(JSON.stringify(growth))
