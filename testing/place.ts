import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, type DatabaseOptions, inTransaction, openDatabase, type Trx } from '../kernel/db/database.ts'
import { findMigrations, migrate } from '../kernel/db/migrate.ts'
import { cacheFolder, emptySnapshot, root } from './harness.ts'

/** An installation of its own, for tests that start and kill real processes: a data folder, or a database on the server. */
export type Place = {
  folder: string
  environment: NodeJS.ProcessEnv
  options: DatabaseOptions
  open(): Promise<Database>
  end(): Promise<void>
}

let serial = 0
/** Whatever a test that failed has left running ends with its place. */
const children = new Set<ChildProcess>()

function endChildren(): void {
  for (const child of children) child.kill('SIGKILL')
}

/** `bare`: nothing is migrated yet. Otherwise migrated and empty. */
export async function newPlace({ bare = false } = {}): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'yutu-place-'))
  const server = process.env.DATABASE_URL
  return server ? onServer(server, folder) : inFolder(folder, bare)
}

async function inFolder(folder: string, bare: boolean): Promise<Place> {
  const options = { folder: join(folder, 'database'), cacheFolder }
  if (!bare) await openDatabase({ ...options, snapshotPath: await emptySnapshot() }).then((made) => made.close())
  return {
    folder,
    environment: { ...process.env, YUTU_DATA: folder },
    options,
    open: () => openDatabase(options),
    end: async () => {
      endChildren()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** On a server making all tables takes a second: every place begins bare there, and whoever opens it migrates. */
async function onServer(server: string, folder: string): Promise<Place> {
  const name = `yutu_${process.pid}_${++serial}`
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const options = { url, cacheFolder }
  const manage = async (statement: string) => {
    const database = await openDatabase({ url: server, cacheFolder })
    await database.exec(statement).finally(() => database.close())
  }
  await manage(`create database ${name}`)
  return {
    folder,
    environment: { ...process.env, YUTU_DATA: folder, DATABASE_URL: url },
    options,
    open: () => openDatabase(options),
    end: async () => {
      endChildren()
      await manage(`drop database ${name} with (force)`)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Ended = { code: number | null; said: string }

/** Starts a program of the project with what a place's installation would see. */
export function begin(place: Place, program: string, words: string[], more: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = spawn(process.execPath, [join(root, program), ...words], {
    cwd: root,
    env: { ...place.environment, NODE_OPTIONS: '', NODE_COMPILE_CACHE: join(cacheFolder, 'node'), ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** Runs a program to its end; what it said on both streams, in order. */
export async function run(
  place: Place,
  program: string,
  words: string[],
  more: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const child = begin(place, program, words, more)
  const parts: string[] = []
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (part) => parts.push(String(part)))
  const [code] = await once(child, 'close')
  return { code, said: parts.join('') }
}

/** Resolves when a running program has said this. */
export async function heard(child: ChildProcess, words: string): Promise<void> {
  let said = ''
  for await (const part of child.stdout!.iterator({ destroyOnReturn: false })) {
    said += String(part)
    if (said.includes(words)) return
  }
  throw new Error(`it ended without saying «${words}»: ${said}`)
}

/** What is done in the database of a place, migrated first, while nobody else has it open. */
export async function inside<T>(place: Place, work: (trx: Trx) => Promise<T>): Promise<T> {
  const database = await place.open()
  try {
    await migrate(database, findMigrations(root))
    return await inTransaction(database.db, work)
  } finally {
    await database.close()
  }
}
