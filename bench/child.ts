import { spawnSync } from 'node:child_process'

/** Runs a script of ours in a process of its own. Returns the last line it prints, from JSON; undefined where it failed. */
export function child<T>(script: string, words: string[], options: string[] = []): T | undefined {
  const { stdout, status } = spawnSync(process.execPath, [...options, script, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const last = stdout.trim().split('\n').at(-1)
  return status === 0 && last?.startsWith('{') ? (JSON.parse(last) as T) : undefined
}
