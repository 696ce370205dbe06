import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import type { Box } from '../../kernel/geometry/types.ts'
import { type LayerDefinition, tableOf } from '../../kernel/layers/definition.ts'
import { layers } from '../../kernel/layers/registry.ts'
import { inAreas } from '../../kernel/layers/rows.ts'
import type { LayerTables } from '../../kernel/layers/tables.ts'
import { boxInDegrees } from './rules/place.ts'

/** How many present features a reader may see, and where they lie: west, south, east, north in degrees; null without any. */
export type Extent = { count: number; box: Box | null }

/** Counting half a million patches takes a second, and every opened map asks: an answer holds until the layer changes. */
const known = new Map<string, Extent>()
const MOST_KNOWN = 1_000

export async function extentsOfLayers(trx: Trx, areas: readonly string[]): Promise<Map<string, Extent>> {
  const revisions = await trx.withTables<LayerTables>().selectFrom('layer_revision').selectAll().execute()
  const marks = new Map(
    revisions.map(({ layer, revision, changed_at }) => [layer, `${revision} ${+(changed_at ?? 0)}`]),
  )
  const extents = new Map<string, Extent>()
  for (const layer of layers) {
    const key = `${layer.name} ${marks.get(layer.name)} ${[...areas].sort().join()}`
    const extent = known.get(key) ?? (await measure(trx, layer, areas))
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(key, extent)
    extents.set(layer.name, extent)
  }
  return extents
}

async function measure(trx: Trx, layer: LayerDefinition, areas: readonly string[]): Promise<Extent> {
  const { rows } = await sql<{ count: number; box: Box | null }>`select count,
      case when count > 0 then jsonb_build_array(ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e)) end as box
    from (select count(*) as count, ST_Extent(f.geom) as e from ${sql.table(tableOf(layer))} f
      where f.valid_to is null and ${inAreas(layer, areas)}) extent`.execute(trx)
  const { count, box } = rows[0]!
  return { count, box: box && boxInDegrees(box) }
}
