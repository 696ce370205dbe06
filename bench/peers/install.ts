import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const folder = import.meta.dirname

/** Loads a peer by its name, after installing all of them at the first run (`npm ci`). */
export function loadPeer<T>(name: string): T {
  if (!existsSync(join(folder, 'node_modules', '.package-lock.json'))) {
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', folder], { stdio: 'ignore' })
    if (status !== 0) throw new Error(`the peers of the benchmarks could not be installed: npm ci --prefix ${folder}`)
  }
  return createRequire(join(folder, 'package.json'))(name) as T
}
