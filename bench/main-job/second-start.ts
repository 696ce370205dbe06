import { spawn } from 'node:child_process'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { buildPages } from '../../apps/server/build-pages.ts'
import { root } from '../../apps/server/config.ts'
import type { Measure } from '../measure.ts'
import { SCHEMA, type Settings } from './settings.ts'

const PATIENCE = 60_000

/** What `npm start` runs once packages are installed, on a data folder that is in use, until it answers. */
export async function* secondStart(settings: Settings): AsyncGenerator<Measure> {
  await buildPages()
  const seconds = await startOnce(settings, await freePort())
  yield { work: 'npm start the second time, until it answers', value: seconds, unit: 's', aim: 10 }
}

async function startOnce({ engine, dataFolder }: Settings, port: number): Promise<number> {
  const begun = performance.now()
  const url = new URL(process.env.DATABASE_URL ?? 'postgres://')
  url.searchParams.set('options', `-c search_path=${SCHEMA},public`)
  const DATABASE_URL = engine === 'postgres' ? url.href : ''
  const env = { ...process.env, YUTU_DATA: dataFolder, PORT: String(port), DATABASE_URL }
  const child = spawn(process.execPath, [join(root, 'apps', 'server', 'cli.ts'), 'start'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  try {
    await answering(`http://127.0.0.1:${port}/api/health`, () => child.exitCode !== null)
    return (performance.now() - begun) / 1000
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

async function answering(address: string, gone: () => boolean): Promise<void> {
  const begun = performance.now()
  while (performance.now() - begun < PATIENCE) {
    if (gone()) throw new Error('the server ended before it answered')
    const answer = await fetch(address).catch(() => undefined)
    if (answer?.ok) return
    await pause(20)
  }
  throw new Error(`no answer within ${PATIENCE / 1000} s`)
}

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
