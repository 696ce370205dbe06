// node bench/main-job/step.ts <step> <settings as JSON>: one step of the benchmark in a process of its own. Prints one measure a line.
import { type Measure, secondsOf } from '../measure.ts'
import { benchWorld } from './bench-world.ts'
import { intake } from './intake.ts'
import { dropSchema, prepare } from './prepare.ts'
import { secondStart } from './second-start.ts'
import type { Settings } from './settings.ts'
import { tiles } from './tiles.ts'
import { toDo } from './to-do.ts'

const steps: Record<string, (settings: Settings) => AsyncGenerator<Measure>> = {
  async *prepare(settings) {
    yield { work: 'making the county', value: await secondsOf(() => prepare(settings)), unit: 's', aim: null }
  },
  async *work(settings) {
    const world = await benchWorld(settings)
    for (const part of [intake, tiles, toDo]) yield* orFailure(part.name, part(world, settings))
    await world.database.close()
  },
  async *start(settings) {
    yield* secondStart(settings)
    if (settings.engine === 'postgres') await dropSchema()
  },
}

/** A part that fails is a measure without a value; the others go on. */
async function* orFailure(work: string, measures: AsyncGenerator<Measure>): AsyncGenerator<Measure> {
  try {
    yield* measures
  } catch (error) {
    console.error(error)
    yield { work, value: null, unit: 's', aim: null, failed: String((error as Error).message) }
  }
}

const [name = '', settings = '{}'] = process.argv.slice(2)
for await (const measure of steps[name]!(JSON.parse(settings))) console.log(JSON.stringify(measure))
