import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import { tableOf } from './definition.ts'
import { type Feature, type FeatureRow, toFeature } from './feature.ts'
import { layerNamed } from './registry.ts'
import { attributeColumns } from './rows.ts'

type Version = Feature & { validFrom: Date; validTo: Date | null; madeBy: MadeBy; endedBy: MadeBy | null }
type MadeBy = { id: string; title: string; by: string; caseIds: string[] }

/** All versions, oldest first, and the features it came from and went into. No versions: no such feature. */
export type FeatureHistory = { versions: Version[]; parents: number[]; children: number[] }

export async function featureHistory(trx: Trx, name: string, id: number): Promise<FeatureHistory> {
  const layer = layerNamed(name)
  const { rows } = await sql<
    FeatureRow & { valid_from: Date; valid_to: Date | null; maker: MadeBy; ender: MadeBy | null }
  >`
    select f.id, f.version, f.valid_from, f.valid_to, ${attributeColumns(layer)}, ST_AsEWKB(f.geom) as geom,
      ${told('m')} as maker, case when f.ended_by is not null then ${told('e')} end as ender
    from ${sql.table(tableOf(layer))} f join change_set m on m.id = f.made_by left join change_set e on e.id = f.ended_by
    where f.id = ${id} order by f.version`.execute(trx)
  const versions = rows.map((row) => ({
    ...toFeature(layer, row),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    madeBy: row.maker,
    endedBy: row.ender,
  }))
  return { versions, ...(await lineage(trx, name, id)) }
}

const told = (set: string) =>
  sql`jsonb_build_object('id', ${sql.ref(`${set}.id`)}, 'title', ${sql.ref(`${set}.title`)},
    'by', ${sql.ref(`${set}.made_by`)}, 'caseIds', to_jsonb(${sql.ref(`${set}.case_ids`)}))`

async function lineage(trx: Trx, layer: string, id: number): Promise<{ parents: number[]; children: number[] }> {
  const { rows } = await sql<{ feature: number; parent: number }>`
    select distinct i.feature_id as feature, p.parent
    from change_item i join change_set s on s.id = i.change_set and s.state = 'applied' cross join unnest(i.parents) p(parent)
    where i.layer = ${layer} and (i.feature_id = ${id} or i.parents @> array[${id}]::bigint[])
    order by 1, 2`.execute(trx)
  return {
    parents: rows.filter((row) => row.feature === id && row.parent !== id).map((row) => row.parent),
    children: rows.filter((row) => row.parent === id && row.feature !== id).map((row) => row.feature),
  }
}
