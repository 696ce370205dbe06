import type { Database } from '../kernel/db/database.ts'
import { writeWkb } from '../kernel/geometry/codecs/wkb-write.ts'
import { featureGeometry } from '../kernel/geometry/flat/feature-geometry.ts'
import { featureCount, type PolygonSet } from '../kernel/geometry/flat/polygon-set.ts'

const ROWS = 2000

/** A set as a table (id int, geom geometry) with an index and statistics; nothing of this is timed. */
export async function loadTable({ exec }: Database, table: string, set: PolygonSet): Promise<void> {
  await exec(`create extension if not exists postgis; create table ${table} (id int primary key, geom geometry)`)
  for (let from = 0; from < featureCount(set); from += ROWS) {
    const rows: string[] = []
    for (let f = from; f < Math.min(from + ROWS, featureCount(set)); f++) {
      rows.push(`(${f},'${Buffer.from(writeWkb(featureGeometry(set, f))).toString('hex')}')`)
    }
    await exec(`insert into ${table} values ${rows.join()}`)
  }
  await exec(`create index on ${table} using gist (geom); analyze ${table}`)
}
