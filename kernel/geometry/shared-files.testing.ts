import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const SHARED = new URL('../../../shared/', import.meta.url)

/** For tests only: where a file under ../shared lies, or a reason to skip the test that is shown in its output. */
export function sharedPath(path: string): { path: string; skip: string | false } {
  const full = fileURLToPath(new URL(path, SHARED))
  return { path: full, skip: existsSync(full) ? false : `../shared/${path} is not here` }
}

export function readShared<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, SHARED), 'utf8')) as T
}
