import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { inputsOf, publishedRule, publishedRules } from '../../processes/api.ts'
import { type Figures, figuresSql } from '../tracking/figures.ts'

/** How many people hold each role for a business, and may co-sign in each section. */
export async function chainPeople(trx: Trx, business: string, sections: string[]) {
  const roles = await sql<{ role: string; people: number }>`select g.role, count(distinct g.person)::int as people
    from right_grant g join person p on p.id = g.person and p.ended_at is null
    where g.ended_at is null and g.business in ('*', ${business}) group by g.role`.execute(trx)
  const signers = await sql<{
    section: string
    people: number
  }>`select o.code as section, count(distinct p.id)::int as people
    from organisation o join person p on p.organisation = o.id and p.ended_at is null
      join right_grant g on g.person = p.id and g.ended_at is null and g.role = 'countersigner' and g.business in ('*', ${business})
    where o.code = any(${sections}::text[]) group by o.code`.execute(trx)
  return {
    holders: new Map(roles.rows.map(({ role, people }) => [role, people])),
    cosigners: new Map(signers.rows.map(({ section, people }) => [section, people])),
  }
}

export type ChainRule = { key: string; title: string; version: number; rules: number; asks: string[] }

/** The rules of an item that are published, with what each asks for. */
export async function chainRules(trx: Trx, keys: string[]): Promise<ChainRule[]> {
  const known = (await publishedRules(trx)).filter(({ key }) => keys.includes(key))
  const rules: ChainRule[] = []
  for (const { key, title, version } of known) {
    const { table } = await publishedRule(trx, key)
    rules.push({ key, title, version, rules: table.rules.length, asks: inputsOf(table).map(({ name }) => name) })
  }
  return rules
}

/** Documents handed over, those in force, and what the shared store has of them. */
export async function chainSharing(trx: Trx, item: string) {
  const { rows } = await sql<{
    issued: number
    revoked: number
    delivered: number
    waiting: number
    dead: number
  }>`select count(distinct r.id)::int as issued, count(distinct r.id) filter (where r.revoked_at is not null)::int as revoked,
      count(*) filter (where o.state = 'delivered')::int as delivered, count(*) filter (where o.state = 'waiting')::int as waiting,
      count(*) filter (where o.state = 'dead')::int as dead
    from approval_result r left join outbox o on o.topic = 'approvals.result' and o.key in (r.id::text, r.id::text || ':revoked')
    where r.item = ${item}`.execute(trx)
  return rows[0]!
}

/** What became of the item's applications so far. */
export async function chainStanding(trx: Trx, item: string, day: string): Promise<Figures> {
  const { rows } = await sql<Figures>`select ${figuresSql(day)}
    from approval_case a join case_ c on c.id = a.case_id where a.item = ${item}`.execute(trx)
  return rows[0]!
}
