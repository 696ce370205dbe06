import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../apps/server/config.ts'
import type { Measure } from './measure.ts'

/** The measures of a process of its own. One that dies is a measure without a value; what it says otherwise is no measure. */
export async function* measureStep(
  name: string,
  words: string[],
  env: NodeJS.ProcessEnv = process.env,
): AsyncGenerator<Measure> {
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'], env })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) yield JSON.parse(line)
    else console.error(line)
  }
  const code = await ended
  if (code !== 0) yield { work: name, value: null, unit: 's', aim: null, failed: `exit code ${code}` }
}

/** What comes before a step that needs the native server: without DATABASE_URL it is installed, started for the run, and removed. */
export function onNativeServer(): string[] {
  if (process.env.DATABASE_URL) return []
  console.error('PostgreSQL: none is named by DATABASE_URL, so one is started for this run')
  return [join(root, 'tools', 'postgres.ts'), process.execPath]
}
