import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One process holds an embedded folder; PGlite itself would let a second one in and corrupt it.
 * Returns the function that lets go. Throws, in the reader's words, when a living process holds it.
 */
export function holdFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'yutu.lock')
  try {
    claim(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const holder = Number(readFileSync(path, 'utf8'))
    if (holder !== process.pid && isAlive(holder)) throw new FolderHeld(folder, holder)
    rmSync(path)
    claim(path)
  }
  return () => rmSync(path, { force: true })
}

export class FolderHeld extends Error {
  constructor(folder: string, holder: number) {
    super(
      `数据目录 ${folder} 正由进程 ${holder} 使用；嵌入式数据库只允许一个进程。请先停止它，或用 DATABASE_URL 改用 PostgreSQL。\n` +
        `The data folder ${folder} is held by process ${holder}; the embedded database allows one process. Stop that one, or set DATABASE_URL to use PostgreSQL.`,
    )
    this.name = 'FolderHeld'
  }
}

function claim(path: string): void {
  const file = openSync(path, 'wx')
  writeSync(file, String(process.pid))
  closeSync(file)
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
