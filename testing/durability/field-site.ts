import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { auditKey, platformSigner } from '../../apps/server/keys.ts'
import { ensureRoles } from '../../apps/server/roles.ts'
import { hire } from '../../bench/cases/bureau.ts'
import { openCases } from '../../kernel/cases/open-case.ts'
import { publishProcess } from '../../kernel/cases/publish-process.ts'
import type { Trx } from '../../kernel/db/database.ts'
import { diskStore } from '../../kernel/files/file-store.ts'
import { loadPerson } from '../../kernel/identity/people.ts'
import { startSession } from '../../kernel/identity/sessions.ts'
import { plot } from '../../kernel/layers/sample-patches.testing.ts'
import { fieldProcess } from '../../modules/fieldwork/field.testing.ts'
import { begin, inside, newPlace, type Place } from '../place.ts'
import type { Origin } from './field-link.ts'

export type FieldTask = { taskId: string; caseId: string }

/** An installation with field work to do, and its server in a process of its own that can be killed. */
export type Site = {
  people: { id: string; token: string }[]
  tasks: FieldTask[]
  origin: Origin
  /** -9, and another one on what the killed one left. */
  killAndStart(): Promise<void>
  /** -9. What is stored is read afterwards, by `stored`. */
  kill(): Promise<void>
  stored<T>(read: (trx: Trx) => Promise<T>): Promise<T>
  files: ReturnType<typeof diskStore>
  auditKey: Uint8Array
  publicKey: string
  end(): Promise<void>
}

export async function fieldSite(counts: { people: number; tasks: number }): Promise<Site> {
  const place = await newPlace()
  const stored = <T>(work: (trx: Trx) => Promise<T>) => inside(place, work)
  const made = await stored((trx) => settleWork(trx, counts))
  let server = serverOn(place)
  const kill = async () => {
    const { child } = await server
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  return {
    ...made,
    origin: async () => (await server).origin,
    async killAndStart() {
      await kill()
      server = serverOn(place)
      await server
    },
    kill,
    stored,
    files: diskStore(join(place.folder, 'files')),
    auditKey: auditKey(place.folder),
    publicKey: platformSigner(place.folder).keys.publicKey,
    end: () => place.end(),
  }
}

async function serverOn(place: Place) {
  const child = begin(place, 'bench/cases/server.child.ts', [], { PORT: '0' })
  child.stderr!.on('data', (part) => process.stderr.write(part))
  for await (const line of createInterface({ input: child.stdout! }))
    if (line.startsWith('listening ')) return { child, origin: line.slice('listening '.length) }
  throw new Error('the server ended before it listened')
}

async function settleWork(trx: Trx, counts: { people: number; tasks: number }) {
  const now = new Date()
  await ensureRoles(trx)
  await publishProcess(trx, fieldProcess, null, now)
  const ids = await hire(trx, counts.people, ['investigator'])
  const people = []
  for (const id of ids) people.push({ id, token: (await startSession(trx, id, {}, now)).token })
  const request = { title: '图斑', areaCode: '610799101201', scope: plot(0, 0, 200, 100) }
  const person = (await loadPerson(trx, ids[0]!))!
  const opened = await openCases({ trx, person, now }, fieldProcess.key, Array(counts.tasks).fill(request))
  return { people, tasks: opened.map(({ id, tasks }) => ({ caseId: id, taskId: tasks[0]!.id })) }
}
