import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { inRollback } from '../../../testing/harness.ts'
import type { Trx } from '../../db/database.ts'
import { writeWkb } from '../codecs/wkb-write.ts'
import { planarArea } from '../measures/planar-area.ts'
import { tabulate } from '../overlay/tabulate.ts'
import { gaussKrugerForward } from '../projection/gauss-kruger.ts'
import { sharedPath } from '../shared-files.testing.ts'
import type { MultiPolygon } from '../types.ts'
import { mapPositions } from './same-area.testing.ts'

const WALES = sharedPath('fixtures/parcels/uk_wales')
const skip = { skip: WALES.skip }
/** Every so many-th census area is compared; WALES_STEP=1 compares all 10 036 of them. */
const STEP = Number(process.env.WALES_STEP ?? 8)
/** Any Gauss-Krüger zone gives metres; this is the one Wales lies in. */
const ZONE = { centralMeridian: -3, falseEasting: 500000 }

function read(name: string): MultiPolygon[] {
  const { features } = JSON.parse(gunzipSync(readFileSync(`${WALES.path}/${name}.geojson.gz`)).toString())
  return features.map(({ geometry: { type, coordinates } }: { geometry: { type: string; coordinates: never } }) =>
    type === 'Polygon' ? [coordinates] : coordinates,
  )
}

type Rows = { area: number; ward: number; shared: number }[]

test('areas of Welsh census areas in wards are those of PostGIS, in degrees', skip, (t) =>
  compareWithPostgis(t, (geometry) => geometry),
)

test('areas of Welsh census areas in wards are those of PostGIS, in metres', skip, (t) =>
  compareWithPostgis(t, (geometry) => mapPositions(geometry, (position) => gaussKrugerForward(position, ZONE))),
)

async function compareWithPostgis(t: TestContext, project: (geometry: MultiPolygon) => MultiPolygon): Promise<void> {
  const areas = read('oa2011').filter((_, i) => i % STEP === 0).map(project) // biome-ignore format: one row
  const wards = read('wards2013').map(project)
  const theirs = await inRollback((trx) => postgisRows(trx, areas, wards))
  const id = (geometry: MultiPolygon, id: number) => ({ id, geometry })
  const ours = new Map(
    tabulate(areas.map(id), wards.map(id), { kind: 'planar' }).map((row) => [
      `${row.subject},${row.feature}`,
      row.area,
    ]),
  )
  let worst = 0
  for (const { area, ward, shared } of theirs) {
    const found = ours.get(`${area},${ward}`) ?? 0
    worst = Math.max(worst, Math.abs(found - shared) / planarArea(areas[area]!))
  }
  t.diagnostic(`${theirs.length} pairs, at most ${worst.toExponential(1)} of the subject's area apart`)
  assert.ok(theirs.length > 1000)
  assert.ok(worst <= 1e-9, `${worst}`)
}

/** m² (or square degrees) in common of all pairs of valid shapes whose boxes meet, by ST_Intersection. */
async function postgisRows(trx: Trx, areas: MultiPolygon[], wards: MultiPolygon[]): Promise<Rows> {
  await sql`create temporary table shape (kind text, id int, geom geometry) on commit drop`.execute(trx)
  for (const [kind, list] of Object.entries({ area: areas, ward: wards })) {
    const wkb = list.map((geometry) => Buffer.from(writeWkb(geometry)))
    await sql`insert into shape select ${kind}, n - 1, ST_GeomFromWKB(w)
      from unnest(${wkb}::bytea[]) with ordinality as t(w, n)`.execute(trx)
  }
  await sql`delete from shape where not ST_IsValid(geom)`.execute(trx)
  const { rows } = await sql<Rows[number]>`
    select a.id as area, w.id as ward, ST_Area(ST_Intersection(a.geom, w.geom)) as shared
    from shape a join shape w on a.kind = 'area' and w.kind = 'ward' and a.geom && w.geom`.execute(trx)
  return rows
}
