import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A process by its number and, where the system tells it, its start: numbers come round again after a restart. */
type Holder = { pid: number; started: string }

/** Longer than it takes to write a line into a file that was just made. */
const WRITING_MS = 5_000

/**
 * One process holds an embedded folder; PGlite itself would let a second one in and corrupt it.
 * Returns the function that lets go. Throws, in the reader's words, when a living process holds it.
 */
export function holdFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'yutu.lock')
  const mine = nameOf({ pid: process.pid, started: startOf(process.pid) })
  if (!claim(path, mine)) {
    takeOver(folder, path, mine)
    if (!claim(path, mine)) throw new FolderHeld(folder, read(path))
  }
  return () => {
    if (read(path) === mine) rmSync(path, { force: true })
  }
}

export class FolderHeld extends Error {
  constructor(folder: string, holder: string) {
    const pid = holder.split(' ')[0] || '?'
    super(
      `数据目录 ${folder} 正由进程 ${pid} 使用；嵌入式数据库只允许一个进程。请先停止它，或用 DATABASE_URL 改用 PostgreSQL。\n` +
        `The data folder ${folder} is held by process ${pid}; the embedded database allows one process. Stop that one, or set DATABASE_URL to use PostgreSQL.`,
    )
    this.name = 'FolderHeld'
  }
}

function claim(path: string, mine: string): boolean {
  try {
    writeFileSync(path, mine, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

/** Takes a dead holder's lock away. Of two processes that try at once only one moves the file; the other puts back what it took. */
function takeOver(folder: string, path: string, mine: string): void {
  const dead = read(path)
  if (isHeld(path, dead)) throw new FolderHeld(folder, dead)
  const aside = `${path}.${mine.replace(' ', '-')}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if (read(aside) !== dead) {
    renameSync(aside, path)
    throw new FolderHeld(folder, read(path))
  }
  rmSync(aside, { force: true })
}

function isHeld(path: string, text: string): boolean {
  const [pid, started = ''] = text.split(' ')
  if (text === '') return isBeingWritten(path)
  return isAlive({ pid: Number(pid), started })
}

function isBeingWritten(path: string): boolean {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  return made !== undefined && Date.now() - made < WRITING_MS
}

function isAlive({ pid, started }: Holder): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return started === '' || startOf(pid) === started
}

const nameOf = ({ pid, started }: Holder) => `${pid} ${started}`

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Linux: ticks since boot at which the process began (proc(5), field 22); '' elsewhere. */
function startOf(pid: number): string {
  const line = read(`/proc/${pid}/stat`)
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}
