import { sql } from 'kysely'
import { json, type Trx } from '../../../kernel/db/database.ts'
import { later, together } from '../../../kernel/db/packets.ts'
import { PREPARED } from '../../../kernel/db/statement-names.ts'
import type { Context } from '../../../kernel/http/action.ts'
import type { Last } from '../rules/chain.ts'
import { storable } from '../rules/zero-character.ts'
import type { Answer, Operation } from '../schema.ts'
import type { FieldTables } from '../tables.ts'

export type StoredOperation = Operation & { device: string; protocol: number; answer: Answer }
type Of = { context: Context; device: string; protocol: number }

/**
 * Where the device's chain stands; the row is held, so that two connections of one phone queue. With it, in the order of the chain,
 * what of these acts is here already and what of the device waits for something.
 */
export async function holdDevice(of: Of, operations: readonly Operation[]) {
  const ids = operations.map(({ id }) => id)
  const [[last], known] = await together(of.context.trx, heldDevice(of), knownOperations(of.device, ids))
  return { last: last!, known }
}

const heldDevice = ({ context: { now }, device, protocol }: Of) => sql<Last>`${PREPARED}
  insert into field_device (id, first_seen_at, last_seen_at, protocol) values (${device}, ${now}, ${now}, ${protocol})
  on conflict (id) do update set last_seen_at = ${now}, protocol = ${protocol}
  returning last_sequence::int as sequence, last_hash as hash`

const COLUMNS = sql`id, device, sequence::int as sequence, kind, task_id as "taskId", base_revision as "baseRevision", payload, previous_hash as "previousHash", hash, protocol, answer`

const knownOperations = (device: string, ids: readonly string[]) => sql<StoredOperation>`${PREPARED}
  select ${COLUMNS} from field_operation
  where id = any(${ids}::uuid[]) or device = ${device} and waits_for is not null order by sequence`

export async function moveDevice(trx: Trx, device: string, { sequence, hash }: Last): Promise<void> {
  await later(
    trx,
    sql`${PREPARED} update field_device set last_sequence = ${sequence}, last_hash = ${hash} where id = ${device}`,
  )
}

export async function keepOperation({ context, device }: Omit<Of, 'protocol'>, stored: StoredOperation): Promise<void> {
  const { id, sequence, kind, taskId, baseRevision, payload, previousHash, hash, protocol, answer } = stored
  const row = context.trx
    .withTables<FieldTables>()
    .insertInto('field_operation')
    .values({
      ...{
        id,
        device,
        sequence,
        kind,
        task_id: taskId,
        base_revision: baseRevision ?? null,
        payload: json(storable(payload)),
      },
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
