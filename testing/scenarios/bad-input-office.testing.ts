import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { jobs, modules } from '../../apps/server/modules.ts'
import { ensureRoles } from '../../apps/server/roles.ts'
import { sm3 } from '../../kernel/crypto/sm3.ts'
import { type Database, inTransaction } from '../../kernel/db/database.ts'
import { diskStore } from '../../kernel/files/file-store.ts'
import { buildServer } from '../../kernel/http/server.ts'
import { COOKIE } from '../../kernel/http/session-routes.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { addPerson, grantRole } from '../../kernel/identity/people.ts'
import { startSession } from '../../kernel/identity/sessions.ts'
import { runNext } from '../../kernel/jobs/run-jobs.ts'
import { demoCounty, loadCounty } from '../../modules/landuse/county.testing.ts'
import { testAuditKey, testSigner } from '../act.ts'
import { committedDatabase } from '../harness.ts'
import { organisationOf } from '../people.ts'

/** For tests only. What a server answered. */
export type Answer = {
  status: number
  code?: string
  params?: Record<string, string | number>
  [more: string]: unknown
}

/** Somebody at a desk, with a session; everything goes through requests. */
export type Officer = {
  name: string
  token: string
  puts(bytes: Uint8Array): Promise<Answer>
  posts(verb: string, input: unknown): Promise<Answer>
  asks(query: string, input: Record<string, string>): Promise<Answer>
}

export type Office = {
  lin: Officer
  zhao: Officer
  database: Database
  server: FastifyInstance
  port: number
  /** Runs whatever background work waits. */
  work(): Promise<void>
  /** Everything that is kept: rows by table, whole files, drafts of files. */
  kept(): Promise<Kept>
  close(): Promise<void>
}

type Kept = { rows: Record<string, number>; files: string[]; drafts: number }

/** A bureau's server with the county's outline on the map and two officers; nothing else is there yet. */
export async function openOffice(name: string): Promise<Office> {
  const database = await committedDatabase(name)
  const folder = mkdtempSync(join(tmpdir(), 'yutu-bad-input-'))
  const files = diskStore(folder)
  const server = await buildServer({
    database,
    files,
    modules,
    auditKey: testAuditKey,
    signer: testSigner,
    wakeJobs: () => {},
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as AddressInfo
  await inTransaction(database.db, async (trx) => {
    await ensureRoles(trx)
    await loadCounty(trx, demoCounty('S'), ['XZQ'])
  })
  const around = {
    database,
    files,
    signer: testSigner,
    auditKey: testAuditKey,
    jobs,
  }
  return {
    lin: await officer(database, port, '林志远'),
    zhao: await officer(database, port, '赵德明'),
    ...{ database, server, port },
    async work() {
      while (await runNext(around));
    },
    kept: async () => ({ rows: await countRows(database), ...storedFiles(folder) }),
    async close() {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function officer({ db }: Database, port: number, name: string): Promise<Officer> {
  const token = await inTransaction(db, async (trx) => {
    const organisation = await organisationOf(trx, 'bureau')
    const person = await addPerson(trx, { login: `officer-${newId()}`, name, organisation })
    await grantRole(trx, { person, role: 'officer', area: '610799' })
    return (await startSession(trx, person, {}, new Date())).token
  })
  const address = `http://127.0.0.1:${port}/api/`
  const cookie = `${COOKIE}=${token}`
  const send = async (path: string, request: RequestInit): Promise<Answer> => {
    const response = await fetch(address + path, { ...request, headers: { ...request.headers, cookie } })
    return { ...((await response.json()) as object), status: response.status }
  }
  const bytesAre = { 'content-type': 'application/octet-stream' }
  const textIs = { 'content-type': 'application/json' }
  return {
    ...{ name, token },
    puts: (bytes) => send('files', { method: 'PUT', body: Buffer.from(bytes), headers: bytesAre }),
    posts: (verb, input) =>
      send(verb.replaceAll('.', '/'), { method: 'POST', body: JSON.stringify(input), headers: textIs }),
    asks: (query, input) => send(`${query.replaceAll('.', '/')}?${new URLSearchParams(input)}`, {}),
  }
}

const TABLES = [
  ...['landuse_batch', 'landuse_row', 'landuse_clue', 'landuse_repair', 'landuse_range', 'landuse_patch'],
  ...['landuse_overlay', 'landuse_shared', 'case_', 'task', 'case_event', 'job_run', 'outbox', 'audit', 'number_taken'],
]

async function countRows(database: Database): Promise<Record<string, number>> {
  const counts = TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`)
  const { rows } = await database.query(`select ${counts.join(', ')}`)
  return rows[0] as Record<string, number>
}

/** Every object in the store is whole: its name is the digest of what it holds. */
function storedFiles(folder: string): { files: string[]; drafts: number } {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const whole = names.filter(({ parentPath }) => !parentPath.endsWith('drafts'))
  for (const { parentPath, name } of whole)
    assert.equal(sm3(readFileSync(join(parentPath, name))), parentPath.slice(-2) + name)
  return { files: whole.map(({ name }) => name).sort(), drafts: names.length - whole.length }
}
