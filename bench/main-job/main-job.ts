import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Measure } from '../measure.ts'
import { isPrepared } from './prepare.ts'
import { type Settings, settingsFor } from './settings.ts'

const PARTS = ['intake', 'tiles', 'toDo', 'secondStart'] as const

/** Issue 2 §6: from upload to opened cases, tiles, to-do list, second start; on the embedded engine, and on PostgreSQL where DATABASE_URL is set. */
export async function* mainJob(quick: boolean): AsyncGenerator<Measure> {
  const settings = settingsFor(quick)
  const engines: Settings['engine'][] = process.env.DATABASE_URL ? ['embedded', 'postgres'] : ['embedded']
  if (engines.length === 1)
    console.error(
      'PostgreSQL: not measured, DATABASE_URL is not set (node tools/postgres.ts npm run bench -- main-job)',
    )
  for (const engine of engines) yield* measureEngine({ ...settings, engine })
}

async function* measureEngine(settings: Settings): AsyncGenerator<Measure> {
  if (!isPrepared(settings)) {
    for await (const measure of measurePart('prepare', settings)) {
      yield measure
      if (measure.failed) return
    }
  }
  for (const part of PARTS) yield* measurePart(part, settings)
}

/** The measures of one part; a part that fails is a measure without a value, and the others go on. */
async function* measurePart(part: string, settings: Settings): AsyncGenerator<Measure> {
  const words = [join(import.meta.dirname, 'part.ts'), part, JSON.stringify(settings)]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  for await (const line of createInterface({ input: child.stdout })) {
    const measure: Measure = JSON.parse(line)
    yield { ...measure, work: `${settings.engine} ${settings.size}: ${measure.work}` }
  }
  const code = await ended
  if (code !== 0)
    yield {
      work: `${settings.engine} ${settings.size}: ${part}`,
      value: null,
      unit: 's',
      aim: null,
      failed: `exit code ${code}`,
    }
}
