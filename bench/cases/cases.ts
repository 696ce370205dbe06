import { join } from 'node:path'
import type { Measure } from '../measure.ts'
import { measureStep, onNativeServer } from '../measure-step.ts'
import { fullPlan, quickPlan } from './settings.ts'

const STEP = join(import.meta.dirname, 'step.ts')

/** Issue 4 «How fast». Without DATABASE_URL the native server is installed (Debian packages), started and removed by tools/postgres.ts. */
export async function* cases(quick: boolean): AsyncGenerator<Measure> {
  const plan = JSON.stringify(quick ? quickPlan : fullPlan)
  yield* measureStep('native', [...onNativeServer(), STEP, 'native', plan])
  yield* measureStep('embedded', [STEP, 'embedded', plan])
}
