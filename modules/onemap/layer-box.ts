import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import type { Box } from '../../kernel/geometry/types.ts'
import { type LayerDefinition, tableOf } from '../../kernel/layers/definition.ts'
import { boxInDegrees } from './rules/place.ts'

/** West, south, east, north in degrees of a layer's present features; null when it has none. */
export async function boundingBoxOfLayer(trx: Trx, layer: LayerDefinition): Promise<Box | null> {
  const { rows } = await sql<{ box: Box | null }>`select case when count(*) = 0 then null else
      jsonb_build_array(min(ST_XMin(geom)), min(ST_YMin(geom)), max(ST_XMax(geom)), max(ST_YMax(geom))) end as box
    from ${sql.table(tableOf(layer))} where valid_to is null`.execute(trx)
  const box = rows[0]?.box
  return box ? boxInDegrees(box) : null
}
