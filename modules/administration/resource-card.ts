import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'

export type ResourceKind = 'business' | 'layer' | 'function'
export type ResourceCard = {
  about: string
  source: string
  keeper: { id: string; name: string } | null
  contact: string
  changedBy: string
  changedAt: Date
}

/** What the bureau has written of its resources, by kind and code. */
export async function resourceCards(trx: Trx): Promise<Map<string, ResourceCard>> {
  const { rows } = await sql<
    ResourceCard & { key: string }
  >`select r.kind || ' ' || r.code as key, r.about, r.source, r.contact,
      case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end as keeper,
      p.name as "changedBy", r.changed_at as "changedAt"
    from resource_card r join person p on p.id = r.changed_by left join organisation o on o.id = r.keeper`.execute(trx)
  return new Map(rows.map(({ key, ...card }) => [key, card]))
}
