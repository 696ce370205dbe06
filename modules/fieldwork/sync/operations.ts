import { sql } from 'kysely'
import { json, type Trx } from '../../../kernel/db/database.ts'
import { later } from '../../../kernel/db/packets.ts'
import type { Context } from '../../../kernel/http/action.ts'
import type { Last } from '../rules/chain.ts'
import type { Answer, Operation } from '../schema.ts'
import type { FieldTables } from '../tables.ts'

export type StoredOperation = Operation & { device: string; protocol: number; answer: Answer }
type Of = { context: Context; device: string; protocol: number }

/** Where the device's chain stands; the row is held, so that two connections of one phone queue. */
export async function holdDevice({ context: { trx, now }, device, protocol }: Of): Promise<Last> {
  const { rows } = await sql<Last>`insert into field_device (id, first_seen_at, last_seen_at, protocol)
    values (${device}, ${now}, ${now}, ${protocol})
    on conflict (id) do update set last_seen_at = ${now}, protocol = ${protocol}
    returning last_sequence::int as sequence, last_hash as hash`.execute(trx)
  return rows[0]!
}

export async function moveDevice(trx: Trx, device: string, { sequence, hash }: Last): Promise<void> {
  await later(trx, sql`update field_device set last_sequence = ${sequence}, last_hash = ${hash} where id = ${device}`)
}

const COLUMNS = sql`id, device, sequence::int as sequence, kind, task_id as "taskId", base_revision as "baseRevision", payload, previous_hash as "previousHash", hash, protocol, answer`

/** What of these is here already, and what of the device waits for something; in the order of the chain. */
export async function knownOperations(trx: Trx, device: string, ids: readonly string[]): Promise<StoredOperation[]> {
  const { rows } = await sql<StoredOperation>`select ${COLUMNS} from field_operation
    where id = any(${ids}::uuid[]) or device = ${device} and waits_for is not null order by sequence`.execute(trx)
  return rows
}

export async function keepOperation({ context, device }: Omit<Of, 'protocol'>, stored: StoredOperation): Promise<void> {
  const { id, sequence, kind, taskId, baseRevision, payload, previousHash, hash, protocol, answer } = stored
  const row = context.trx
    .withTables<FieldTables>()
    .insertInto('field_operation')
    .values({
      ...{ id, device, sequence, kind, task_id: taskId, base_revision: baseRevision ?? null, payload: json(payload) },
      ...{ previous_hash: previousHash, hash, person: context.person.id, received_at: context.now, protocol },
      ...{ status: answer.status, waits_for: answer.waitsFor ?? null, answer: json(answer) },
    })
  await later(context.trx, row)
}

/** Another answer than was given before: the phone hears of it when it asks what is new. */
export async function keepAnswer(trx: Trx, answer: Answer): Promise<void> {
  await sql`update field_operation set status = ${answer.status}, waits_for = ${answer.waitsFor ?? null}, answer = ${json(answer)},
    answered = pg_current_xact_id()::text::bigint where id = ${answer.id}`.execute(trx)
}
