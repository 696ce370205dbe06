import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Work } from './work.ts'

/** Works as files in a folder, for the processes that measure the databases. */
export function keepWork(folder: string, work: Work): void {
  writeFileSync(join(folder, work.name), serialize(work))
}

export const readWork = (folder: string, name: string): Work => deserialize(readFileSync(join(folder, name)))
