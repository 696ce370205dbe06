import { sql } from 'kysely'
import { json, type Trx } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import type { ItemDefinition } from '../rules/item.ts'
import type { Standing } from '../rules/proposing.ts'

export type Proposal = Standing & {
  code: string
  after: number
  definition: ItemDefinition
  reason: string
  proposedAt: Date
}

const SELECT = sql`select q.code, q.id, q.after, q.definition, q.reason, q.proposed_at as "proposedAt",
    jsonb_build_object('id', p.id, 'name', p.name) as "proposedBy",
    case when d.id is null then null
      else jsonb_build_object('by', jsonb_build_object('id', d.id, 'name', d.name), 'reason', q.declined_reason) end as declined
  from approval_item_proposal q join person p on p.id = q.proposed_by left join person d on d.id = q.declined_by`

export async function allProposals(trx: Trx): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`${SELECT} order by q.proposed_at desc`.execute(trx)
  return rows
}

export async function findProposal(trx: Trx, code: string, lock = false): Promise<Proposal | null> {
  const { rows } = await sql<Proposal>`${SELECT} where q.code = ${code} ${lock ? sql`for update of q` : sql``}`.execute(
    trx,
  )
  return rows[0] ?? null
}

type New = Pick<Proposal, 'code' | 'after' | 'definition' | 'reason'>

/** In place of one that was sent back; false where another was quicker. */
export async function keepProposal(trx: Trx, { code, after, definition, reason }: New, by: string, now: Date) {
  const id = newId()
  await sql`delete from approval_item_proposal where code = ${code} and declined_by is not null`.execute(trx)
  const { numAffectedRows } =
    await sql`insert into approval_item_proposal (code, id, after, definition, reason, proposed_at, proposed_by)
    values (${code}, ${id}, ${after}, ${json(definition)}, ${reason}, ${now}, ${by}) on conflict do nothing`.execute(
      trx,
    )
  return numAffectedRows === 1n ? id : undefined
}

export async function dropProposal(trx: Trx, id: string): Promise<void> {
  await sql`delete from approval_item_proposal where id = ${id}`.execute(trx)
}

export async function sendBackProposal(trx: Trx, id: string, by: string, reason: string): Promise<void> {
  await sql`update approval_item_proposal set declined_by = ${by}, declined_reason = ${reason} where id = ${id}`.execute(
    trx,
  )
}
