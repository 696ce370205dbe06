import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Measure } from '../measure.ts'
import { isPrepared } from './prepare.ts'
import { type Settings, settingsFor } from './settings.ts'

/**
 * Issue 2 §6: from upload to opened cases, tiles, to-do list, second start; on the embedded engine, and on PostgreSQL where
 * DATABASE_URL is set.
 */
export async function* mainJob(quick: boolean): AsyncGenerator<Measure> {
  const engines: Settings['engine'][] = process.env.DATABASE_URL ? ['embedded', 'postgres'] : ['embedded']
  if (engines.length === 1)
    console.error('PostgreSQL: not measured (node tools/postgres.ts npm run bench -- main-job measures both engines)')
  const dataFolder = mkdtempSync(join(tmpdir(), 'yutu-bench-'))
  for (const engine of engines) yield* measureEngine({ ...settingsFor(quick), engine, dataFolder })
  rmSync(dataFolder, { recursive: true, force: true })
}

async function* measureEngine(settings: Settings): AsyncGenerator<Measure> {
  if (!isPrepared(settings)) {
    for await (const measure of measureStep('prepare', settings)) {
      yield measure
      if (measure.failed) return
    }
  }
  yield* measureStep('work', settings)
  yield* measureStep('start', settings)
}

/** The measures of a process of its own, so that memory and caches are its own. One that dies is a measure without a value. */
async function* measureStep(step: string, settings: Settings): AsyncGenerator<Measure> {
  const words = [join(import.meta.dirname, 'step.ts'), step, JSON.stringify(settings)]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const named = (measure: Measure) => ({ ...measure, work: `${settings.engine} ${settings.size}: ${measure.work}` })
  for await (const line of createInterface({ input: child.stdout })) yield named(JSON.parse(line))
  const code = await ended
  if (code !== 0) yield named({ work: step, value: null, unit: 's', aim: null, failed: `exit code ${code}` })
}
