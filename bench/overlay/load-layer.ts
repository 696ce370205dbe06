import type { Database } from '../../kernel/db/database.ts'
import { findMigrations } from '../../kernel/db/migrate.ts'
import { writeWkb } from '../../kernel/geometry/codecs/wkb-write.ts'
import { featureGeometry } from '../../kernel/geometry/flat/feature-geometry.ts'
import { featureCount, type PolygonSet } from '../../kernel/geometry/flat/polygon-set.ts'
import { type LayerDefinition, tableOf } from '../../kernel/layers/definition.ts'
import { layerNamed } from '../../kernel/layers/registry.ts'
import { createTableSql } from '../../kernel/layers/table-sql.ts'
import { root } from '../../tools/run-step.ts'

const ROWS = 2000
const LOAD = '00000000-0000-7000-8000-000000000000'

/** What layers stand on: change sets, revisions, and what tells of writes. */
export async function prepareForLayers({ exec }: Database): Promise<void> {
  await exec('create extension if not exists postgis')
  for (const { path, script } of findMigrations(root)) if (path.startsWith('kernel/layers/')) await exec(script)
  await exec(`insert into change_set (id, title, state, kind, made_by, made_at) values ('${LOAD}', 'load', 'applied', 'load', 'bench', now())`) // biome-ignore format: one row
}

/** A set as a layer of the product, feature f under the id f + 1, with its indexes, statistics and revision; nothing of this is timed. */
export async function loadLayer({ exec }: Database, name: string, set: PolygonSet): Promise<LayerDefinition> {
  const layer = { ...layerNamed('XZQ'), name }
  const [table, ...indexes] = createTableSql(layer).split(/;\s*/).filter(Boolean)
  await exec(table!)
  for (let from = 0; from < featureCount(set); from += ROWS) {
    const rows: string[] = []
    for (let f = from; f < Math.min(from + ROWS, featureCount(set)); f++) {
      const geometry = Buffer.from(writeWkb(featureGeometry(set, f), layer.srid)).toString('hex')
      rows.push(`(${f + 1}, 1, '2026-01-01', '${LOAD}', '${geometry}')`)
    }
    await exec(`insert into ${tableOf(layer)} (id, version, valid_from, made_by, geom) values ${rows.join()}`)
  }
  await exec(`${indexes.join(';')}; analyze ${tableOf(layer)}`)
  await exec(
    `insert into layer_revision (layer, changed_at) values ('${name}', '2026-01-01'); select watch_layer('${name}')`,
  )
  return layer
}
