import { join } from 'node:path'
import type { Measure } from '../measure.ts'
import { measureStep, onNativeServer } from '../measure-step.ts'
import { polygons } from './polygons.ts'
import { fullPlan, quickPlan } from './settings.ts'
import { shellSize } from './shell-size.ts'
import { shutter } from './shutter.ts'
import { taskList } from './task-list.ts'

const STEP = join(import.meta.dirname, 'step.ts')

/** Issue 5 «How fast». The server works on PostgreSQL; the full run looks at the embedded engine too. */
export async function* field(quick: boolean): AsyncGenerator<Measure> {
  const plan = quick ? quickPlan : fullPlan
  yield* measureStep('server', [...onNativeServer(), STEP, JSON.stringify(plan)])
  if (!quick) yield* measureStep('embedded', [STEP, JSON.stringify(plan)], { ...process.env, DATABASE_URL: '' })
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
