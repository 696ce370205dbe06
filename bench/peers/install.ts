import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const folder = import.meta.dirname
/** No script of theirs is needed; some compile for a minute. */
const words = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder]

/** All of them, also those that were added since. */
const isInstalled = () =>
  Object.keys(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).dependencies).every((name) =>
    existsSync(join(folder, 'node_modules', name)),
  )

/** Installs the peers at the first run (`npm ci`), beside what else there is to do. */
export async function installPeers(): Promise<void> {
  if (!isInstalled()) await once(spawn('npm', words, { stdio: 'ignore' }), 'exit')
}

/** Loads a peer by its name, after installing all of them where that has not been done. */
export function loadPeer<T>(name: string): T {
  if (!isInstalled() && spawnSync('npm', words, { stdio: 'ignore' }).status !== 0)
    throw new Error(`the peers of the benchmarks could not be installed: npm ci --prefix ${folder}`)
  return createRequire(join(folder, 'package.json'))(name) as T
}
