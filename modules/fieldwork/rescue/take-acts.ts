import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { Trx } from '../../../kernel/db/database.ts'
import type { Context } from '../../../kernel/http/action.ts'
import { loadPerson } from '../../../kernel/identity/people.ts'
import type { JobRun } from '../../../kernel/jobs/job.ts'
import { startJob } from '../../../kernel/jobs/start-job.ts'
import type { Operation } from '../schema.ts'
import { readDevice } from '../sync/devices.ts'
import { receiveOperations, type Sender } from '../sync/receive-operations.ts'
import { type Finding, findingOf, ofNobody } from './finding.ts'
import type { RescuedDevice } from './open-rescue.ts'
import { knownActs, type Outcome } from './store.ts'

/** Of a page that does not say what it speaks, or that wrote the archive: acts are read alike since then. */
const PROTOCOL_OF_ARCHIVES = 4

/** What an archive says may be anything. */
const Id = Type.String({ format: 'uuid' })

export type Act = { device: string; person: string | undefined; operation: Operation }
type Taken = { outcomes: Outcome[]; findings: Finding[] }

/** All acts of an archive in one fixed order: device by device, each in its chain. */
export const actsOf = (devices: readonly RescuedDevice[]): Act[] =>
  devices.flatMap(({ id, person, operations }) => operations.map((operation) => ({ device: id, person, operation })))

/** Receives acts as if their phones had sent them, in one transaction. */
export async function takeActs(run: JobRun<unknown>, trx: Trx, acts: readonly Act[]): Promise<Taken> {
  const taken: Taken = { outcomes: [], findings: [] }
  for (const some of Map.groupBy(acts, ({ device }) => device).values()) {
    const { device } = some[0]!
    const operations = some.map(({ operation }) => operation)
    const sender = await senderOf(run, trx, some[0]!)
    if (sender) await receive(sender, operations, taken)
    else taken.findings.push(...operations.map((operation) => ofNobody(device, operation)))
  }
  return taken
}

async function receive(sender: Sender, operations: Operation[], { outcomes, findings }: Taken): Promise<void> {
  const ids = operations.map(({ id }) => id)
  const known = await knownActs(sender.context.trx, ids)
  const answers = await receiveOperations(sender, operations)
  for (const [k, answer] of answers.entries()) {
    const finding = findingOf(sender.device, operations[k]!, answer)
    outcomes.push(known.has(answer.id) ? 'known' : answer.status)
    if (finding) findings.push(finding)
  }
}

/** The phone's owner, whoever has it imported. A phone that never reached this server has nobody but the one its archive names. */
async function senderOf(run: JobRun<unknown>, trx: Trx, { device, person }: Act): Promise<Sender | undefined> {
  const known = await readDevice(trx, device)
  const named = known?.person ?? person ?? ''
  const owner = Value.Check(Id, named) ? await loadPerson(trx, named) : undefined
  if (!owner) return undefined
  const now = run.now()
  const context: Context = { trx, person: owner, now, files: run.files, startJob: (job) => startJob(trx, job, owner.id, now) } // biome-ignore format: one row
  return { context, device, protocol: PROTOCOL_OF_ARCHIVES, isRevoked: known?.revokedAt != null }
}
