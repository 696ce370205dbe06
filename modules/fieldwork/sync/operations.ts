import { sql } from 'kysely'
import { json, type Trx } from '../../../kernel/db/database.ts'
import type { Context } from '../../../kernel/http/action.ts'
import type { Last } from '../rules/chain.ts'
import type { Answer, Operation } from '../schema.ts'
import type { FieldTables } from '../tables.ts'

export type StoredOperation = Operation & { answer: Answer }

/** Where the device's chain stands; the row is held, so that two connections of one phone queue. */
export async function deviceOf({ trx, now }: Context, device: string): Promise<Last> {
  await sql`insert into field_device (id, first_seen_at, last_seen_at) values (${device}, ${now}, ${now})
    on conflict (id) do update set last_seen_at = ${now}`.execute(trx)
  const { rows } =
    await sql<Last>`select last_sequence as sequence, last_hash as hash from field_device where id = ${device}`.execute(
      trx,
    )
  return rows[0]!
}

export async function moveDevice({ trx }: Context, device: string, { sequence, hash }: Last): Promise<void> {
  await sql`update field_device set last_sequence = ${sequence}, last_hash = ${hash} where id = ${device}`.execute(trx)
}

const COLUMNS = sql`id, sequence, kind, task_id as "taskId", base_revision as "baseRevision", payload, previous_hash as "previousHash", hash, answer`

export async function storedById(trx: Trx, id: string): Promise<StoredOperation | undefined> {
  const { rows } = await sql<StoredOperation>`select ${COLUMNS} from field_operation where id = ${id}`.execute(trx)
  return rows[0]
}

/** In the order of the chain. */
export async function waitingOperations(
  trx: Trx,
  device: string,
  what: 'earlier' | 'photo',
): Promise<StoredOperation[]> {
  const { rows } = await sql<StoredOperation>`select ${COLUMNS} from field_operation
    where device = ${device} and waits_for = ${what} order by sequence`.execute(trx)
  return rows
}

export async function keepOperation(
  { context, device }: { context: Context; device: string },
  operation: Operation,
  answer: Answer,
): Promise<void> {
  const { id, sequence, kind, taskId, baseRevision, payload, previousHash, hash } = operation
  await context.trx
    .withTables<FieldTables>()
    .insertInto('field_operation')
    .values({
      ...{ id, device, sequence, kind, task_id: taskId, base_revision: baseRevision ?? null, payload: json(payload) },
      ...{ previous_hash: previousHash, hash, person: context.person.id, received_at: context.now },
      ...{ status: answer.status, waits_for: answer.waitsFor ?? null, answer: json(answer) },
    })
    .execute()
}

export async function keepAnswer(trx: Trx, answer: Answer): Promise<void> {
  await sql`update field_operation set status = ${answer.status}, waits_for = ${answer.waitsFor ?? null}, answer = ${json(answer)}
    where id = ${answer.id}`.execute(trx)
}
