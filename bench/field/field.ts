import type { Measure } from '../measure.ts'
import { polygons } from './polygons.ts'
import { serverWork } from './server-work.ts'
import { fullPlan, quickPlan } from './settings.ts'
import { shellSize } from './shell-size.ts'
import { shutter } from './shutter.ts'
import { taskList } from './task-list.ts'

/** Issue 5 «How fast». The server runs on the engine DATABASE_URL names, else on the embedded one. */
export async function* field(quick: boolean): AsyncGenerator<Measure> {
  const plan = quick ? quickPlan : fullPlan
  yield* serverWork(plan)
  yield* taskList(plan.tasks)
  yield* polygons()
  yield* tried('phone page', shellSize)
  yield* tried('shutter', () => shutter(plan))
}

/** What needs the pages built and a browser says so where it cannot be measured, and does not hide the rest. */
async function* tried(work: string, measure: () => AsyncGenerator<Measure>): AsyncGenerator<Measure> {
  try {
    yield* measure()
  } catch (error) {
    yield { work, value: null, unit: 'ms', aim: null, failed: String(error).split('\n')[0]! }
  }
}
