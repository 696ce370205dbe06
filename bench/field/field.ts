import { join } from 'node:path'
import type { Measure } from '../measure.ts'
import { measureStep, onNativeServer } from '../measure-step.ts'
import { makePolygons, polygons } from './polygons.ts'
import { fullPlan, quickPlan } from './settings.ts'
import { taskList } from './task-list.ts'

const STEP = join(import.meta.dirname, 'step.ts')

/** Issue 5 «How fast». The server works on PostgreSQL; the full run looks at the embedded engine too. */
export async function* field(quick: boolean): AsyncGenerator<Measure> {
  const plan = quick ? quickPlan : fullPlan
  const words = JSON.stringify(plan)
  // What a new clone has to make first, side by side: the polygons; the pages, the demo county and the browser.
  const made = makePolygons()
  yield* measureStep('prepare', [STEP, 'prepare', words])
  await made
  yield* measureStep('server', [...onNativeServer(), STEP, 'server', words])
  if (!quick) yield* measureStep('embedded', [STEP, 'server', words], { ...process.env, DATABASE_URL: '' })
  yield* taskList(plan.tasks)
  // To fill a phone takes longer than a quick run has.
  if (!quick) yield* measureStep('list', [STEP, 'list', words])
  yield* polygons()
  yield* measureStep('shell', [STEP, 'shell', words])
  yield* measureStep('shutter', [STEP, 'shutter', words])
}
