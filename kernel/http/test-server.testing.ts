import { Readable } from 'node:stream'
import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { testAuditKey, testFiles, testSigner } from '../../testing/act.ts'
import { committedDatabase } from '../../testing/harness.ts'
import { type Named, settle } from '../../testing/people.ts'
import { inTransaction, type Trx } from '../db/database.ts'
import { startSession } from '../identity/sessions.ts'
import { invalid } from '../problems/problem.ts'
import { action, type Module, query } from './action.ts'
import { buildServer } from './server.ts'
import { COOKIE } from './session-routes.ts'

/** Adds an area and then, when asked to, fails. */
const addArea = action({
  verb: 'atlas.area.add',
  input: Type.Object({
    code: Type.String({ pattern: '^[0-9]+$' }),
    name: Type.String(),
    order: Type.Optional(Type.Integer()),
    fails: Type.Optional(Type.Boolean()),
  }),
  scope: (_facts, { code }) => ({ area: code }),
  refuse: (_facts, { name }) => (name === '' ? invalid('atlas.area.add.nameless') : undefined),
  handle: async ({ trx, startJob }, { code, name, fails }) => {
    await sql`insert into area (code, name, level) values (${code}, ${name}, 'town')`.execute(trx)
    const runId = await startJob({ name: 'draw', subject: `area:${code}`, input: {} })
    if (fails) throw new Error('the pen broke')
    return { code, runId }
  },
  audit: ({ code, name }) => ({ subject: `area:${code}`, after: { name } }),
})

const listAreas = query({
  name: 'atlas.area.list',
  input: Type.Object({
    codes: Type.Array(Type.String()),
    page: Type.Integer({ minimum: 1, default: 1 }),
    exact: Type.Optional(Type.Boolean()),
  }),
  handle: async (_context, input) => input,
})

const picture = query({
  name: 'atlas.area.picture',
  path: '/api/atlas/:code/:z.png',
  bytes: true,
  input: Type.Object({ code: Type.String(), z: Type.Integer({ maximum: 3 }) }),
  handle: async (_context, { code, z }) => ({
    mediaType: 'image/png',
    bytes: new Uint8Array([9, z, 9]).subarray(1),
    fileName: `${code}图.png`,
  }),
})

/** What lies in the file store, and what is made on the way. */
const file = query({
  name: 'atlas.area.file',
  bytes: true,
  input: Type.Object({ digest: Type.String() }),
  handle: async (_context, { digest }) => ({ mediaType: 'text/plain', stored: digest, fileName: '图.txt' }),
})

const pieces = query({
  name: 'atlas.area.pieces',
  bytes: true,
  input: Type.Object({}),
  handle: async () => ({ mediaType: 'text/plain', pieces: Readable.from([Buffer.from('一'), Buffer.from('二')]) }),
})

const sneaky = query({
  name: 'atlas.area.sneak',
  input: Type.Object({}),
  handle: ({ trx }) => sql`delete from area`.execute(trx),
})

export const atlas: Module = {
  name: 'atlas',
  title: { zh: '图集', en: 'Atlas' },
  actions: [addArea],
  queries: [listAreas, picture, file, pieces, sneaky],
  jobs: [],
}

export async function testServer(onJobs = () => {}): Promise<FastifyInstance> {
  const database = await committedDatabase()
  return buildServer({
    database,
    files: testFiles,
    modules: [atlas],
    auditKey: testAuditKey,
    signer: testSigner,
    wakeJobs: onJobs,
  })
}

export const inCommitted = async <T>(work: (trx: Trx) => Promise<T>): Promise<T> =>
  inTransaction((await committedDatabase()).db, work)

/** A person who is signed in: what their browser sends. */
export async function signedIn(named: Named): Promise<{ id: string; login: string; cookies: Record<string, string> }> {
  return inCommitted(async (trx) => {
    const { id, login } = await settle(trx, named)
    const { token } = await startSession(trx, id, {}, new Date())
    return { id, login, cookies: { [COOKIE]: token } }
  })
}
