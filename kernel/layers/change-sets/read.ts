import { sql } from 'kysely'
import type { Trx } from '../../db/database.ts'
import type { MultiPolygon } from '../../geometry/types.ts'
import { notFound, Refusal } from '../../problems/problem.ts'
import { type LayerDefinition, tableOf } from '../definition.ts'
import { type Attributes, type FeatureRow, toFeature, toMultiPolygon } from '../feature.ts'
import { layerNamed } from '../registry.ts'
import { attributeColumns } from '../rows.ts'
import type { ChangeSetTable, ItemKind, LayerTables } from '../tables.ts'
import { layersOf } from './state.ts'

type State = { attributes: Attributes; geometry: MultiPolygon }

/** What an item does, told as before and after; the same for a draft and for a set applied long ago. */
export type Item = {
  ordinal: number
  layer: string
  kind: ItemKind
  featureId: number
  parents: number[]
  before?: State
  after?: State
}

export async function readChangeSet(trx: Trx, id: string): Promise<ChangeSetTable & { items: Item[] }> {
  const set = await trx
    .withTables<LayerTables>()
    .selectFrom('change_set')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!set) throw new Refusal(notFound('layers.change-set.unknown', { changeSet: id }))
  const items: Item[] = []
  for (const name of await layersOf(trx, id)) items.push(...(await readItems(trx, id, layerNamed(name))))
  return { ...set, items: items.sort((a, b) => a.ordinal - b.ordinal) }
}

type ItemRow = Record<string, unknown> & {
  id: number
  version: number
  ordinal: number
  kind: ItemKind
  parents: number[]
  changed: Attributes | null
  old_geom: Uint8Array | null
  new_geom: Uint8Array | null
}

async function readItems(trx: Trx, id: string, layer: LayerDefinition): Promise<Item[]> {
  const { rows } = await sql<ItemRow>`
    select i.ordinal, i.kind, i.feature_id as id, coalesce(i.base_version, 0) as version, i.parents, i.attributes as changed,
      ${attributeColumns(layer)}, ST_AsEWKB(f.geom) as old_geom, ST_AsEWKB(i.geom) as new_geom
    from change_item i left join ${sql.table(tableOf(layer))} f on f.id = i.feature_id and f.version = i.base_version
    where i.change_set = ${id} and i.layer = ${layer.name}`.execute(trx)
  return rows.map((row) => toItem(layer, row))
}

function toItem(
  layer: LayerDefinition,
  { ordinal, kind, parents, changed, old_geom, new_geom, ...row }: ItemRow,
): Item {
  const known = old_geom ? toFeature(layer, { ...row, geom: old_geom } as FeatureRow) : undefined
  const before = kind === 'create' ? undefined : known
  const attributes = { ...known?.attributes, ...changed }
  const geometry = new_geom ? toMultiPolygon(new_geom) : known?.geometry
  return {
    ...{ ordinal, layer: layer.name, kind, featureId: row.id, parents },
    before: before && { attributes: before.attributes, geometry: before.geometry },
    after: kind === 'retire' || !geometry ? undefined : { attributes, geometry },
  }
}
