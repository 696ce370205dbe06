// node bench/main-job/part.ts <part> <settings as JSON>: one part in a process of its own, so that memory and caches are its own.
// Prints one measure a line.
import { type Measure, secondsOf } from '../measure.ts'
import { intake } from './intake.ts'
import { prepare } from './prepare.ts'
import { secondStart } from './second-start.ts'
import type { Settings } from './settings.ts'
import { tiles } from './tiles.ts'
import { toDo } from './to-do.ts'

const parts: Record<string, (settings: Settings) => AsyncGenerator<Measure>> = {
  async *prepare(settings) {
    yield { work: 'making the county', value: await secondsOf(() => prepare(settings)), unit: 's', aim: null }
  },
  intake,
  tiles,
  toDo,
  secondStart,
}

const [name = '', settings = '{}'] = process.argv.slice(2)
for await (const measure of parts[name]!(JSON.parse(settings))) console.log(JSON.stringify(measure))
