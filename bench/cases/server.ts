import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { World } from '../../apps/server/open-world.ts'
import { runServer } from '../../apps/server/run-server.ts'

export type BenchServer = { origin: string; child: ChildProcess; stop(): Promise<void> }

/** A server in a process of its own on a place's installation, as soon as it listens. */
export async function startServer(environment: NodeJS.ProcessEnv): Promise<BenchServer> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server.child.ts')], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line.startsWith('listening ')) return { origin: line.slice('listening '.length), child, stop }
  }
  throw new Error('the server ended before it listened')
}

/** The same in this process: the embedded engine has one. */
export async function listenHere(world: World): Promise<Pick<BenchServer, 'origin' | 'stop'>> {
  const { server, close } = await runServer(world, emptyPages())
  return { origin: await server.listen({ host: '127.0.0.1', port: 0 }), stop: close }
}

/** Pages are not what is measured. */
export function emptyPages(): string {
  const pages = mkdtempSync(join(tmpdir(), 'yutu-pages-'))
  writeFileSync(join(pages, 'index.html'), '')
  return pages
}
