import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Measure } from '../measure.ts'
import { installPeers } from '../peers/install.ts'
import { manage } from './bench-place.ts'

const PEERS: Record<string, string> = {
  'bpmn-engine':
    'one user task signalled and the next one entered, in memory: nothing stored, no rights, no history, no audit, no HTTP',
  dbos: 'one step of a workflow checkpointed in PostgreSQL, called in the process: durable; no rights, no worklist, no history by person, no audit, no HTTP',
}

/** What others do of it in the same run, each in a process of its own. `does`: what they do a transition. */
export async function* peers(server: string, users: number, seconds: number): AsyncGenerator<Measure> {
  await installPeers()
  const name = `bench_dbos_${process.pid}`
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  yield* measureAll([String(users), String(seconds), url], users)
  await manage(server, `drop database if exists ${name} with (force)`)
}

async function* measureAll(words: string[], users: number): AsyncGenerator<Measure> {
  for (const [name, does] of Object.entries(PEERS)) {
    const { stdout, status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.peer.ts`), ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const value = status === 0 ? Number(stdout.trim().split('\n').at(-1)) : null
    const failed = value === null || Number.isNaN(value) ? { failed: `exit code ${status}` } : {}
    yield {
      work: `peer ${name}: transitions a second, ${users} at once`,
      value,
      unit: '/s',
      aim: null,
      does,
      ...failed,
    }
  }
}
