import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { modules } from '../../apps/server/modules.ts'
import { ensureRoles } from '../../apps/server/roles.ts'
import { hire } from '../../bench/cases/bureau.ts'
import { openCases } from '../../kernel/cases/open-case.ts'
import { publishProcess } from '../../kernel/cases/publish-process.ts'
import { type Database, inTransaction } from '../../kernel/db/database.ts'
import { diskStore, type FileStore } from '../../kernel/files/file-store.ts'
import { buildServer } from '../../kernel/http/server.ts'
import { loadPerson } from '../../kernel/identity/people.ts'
import { startSession } from '../../kernel/identity/sessions.ts'
import { plot } from '../../kernel/layers/sample-patches.testing.ts'
import { fieldProcess } from '../../modules/fieldwork/field.testing.ts'
import { testAuditKey, testSigner } from '../act.ts'
import { committedDatabase } from '../harness.ts'
import { Outsider } from './outside-client.testing.ts'

/** A server with field tasks for strangers to talk to; what they talk with knows nothing of this file. */
export type OutsideSite = {
  database: Database
  files: FileStore
  tasks: { taskId: string; caseId: string }[]
  /** A phone of the nth investigator; each call is another phone. */
  phone(nth: number): Outsider
  /** Somebody at the desk. */
  desk: Outsider
  close(): Promise<void>
}

export async function outsideSite(name: string, { people = 2, tasks = 5 } = {}): Promise<OutsideSite> {
  const database = await committedDatabase(name)
  const folder = mkdtempSync(join(tmpdir(), 'yutu-outside-'))
  const files = diskStore(folder)
  const server = await buildServer({
    database,
    files,
    modules,
    auditKey: testAuditKey,
    signer: testSigner,
    wakeJobs() {},
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  const made = await settleWork(database, people, tasks)
  return {
    ...{ database, files, tasks: made.tasks },
    phone: (nth) => new Outsider(origin, made.investigators[nth]!),
    desk: new Outsider(origin, made.officer),
    async close() {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const settleWork = ({ db }: Database, people: number, count: number) =>
  inTransaction(db, async (trx) => {
    const now = new Date()
    await ensureRoles(trx)
    await publishProcess(trx, fieldProcess, null, now)
    const ids = await hire(trx, people, ['investigator'])
    const [officer] = await hire(trx, 1, ['administrator', 'field-administrator'])
    const sign = async (id: string) => ({ id, token: (await startSession(trx, id, {}, now)).token })
    const investigators = []
    for (const id of ids) investigators.push(await sign(id))
    const person = (await loadPerson(trx, ids[0]!))!
    const request = { title: '图斑', areaCode: '610799101201', scope: plot(0, 0, 200, 100) }
    const opened = await openCases({ trx, person, now }, fieldProcess.key, Array(count).fill(request))
    const tasks = opened.map(({ id, tasks: [task] }) => ({ caseId: id, taskId: task!.id }))
    return { investigators, tasks, officer: await sign(officer!) }
  })
