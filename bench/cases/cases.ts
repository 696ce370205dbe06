import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../../apps/server/config.ts'
import type { Measure } from '../measure.ts'
import { fullPlan, quickPlan } from './settings.ts'

const STEP = join(import.meta.dirname, 'step.ts')

/** Issue 4 «How fast». Without DATABASE_URL the native server is installed (Debian packages), started and removed by tools/postgres.ts. */
export async function* cases(quick: boolean): AsyncGenerator<Measure> {
  const plan = quick ? quickPlan : fullPlan
  const { DATABASE_URL } = process.env
  const before = DATABASE_URL ? [] : [join(root, 'tools', 'postgres.ts'), process.execPath]
  if (!DATABASE_URL) console.error('PostgreSQL: none is named by DATABASE_URL, so one is started for this run')
  yield* measureStep('native', [...before, STEP, 'native', JSON.stringify(plan)])
  yield* measureStep('embedded', [STEP, 'embedded', JSON.stringify(plan)])
}

/** The measures of a process of its own. One that dies is a measure without a value; what it says otherwise is no measure. */
async function* measureStep(name: string, words: string[]): AsyncGenerator<Measure> {
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) yield JSON.parse(line)
    else console.error(line)
  }
  const code = await ended
  if (code !== 0) yield { work: name, value: null, unit: 's', aim: null, failed: `exit code ${code}` }
}
