import { sql } from 'kysely'
import type { World } from '../../apps/server/open-world.ts'
import { inTransaction, type Trx } from '../../kernel/db/database.ts'
import { gaussKrugerInverse, zoneOfEpsg } from '../../kernel/geometry/projection/gauss-kruger.ts'
import type { Position } from '../../kernel/geometry/types.ts'
import { tile } from '../../kernel/tiles/tile.ts'
import { type Measure, numbersFrom, percentile, secondsOf } from '../measure.ts'
import type { Settings } from './settings.ts'

const ZOOMS = [13, 14, 15, 16]

type Address = { z: number; x: number; y: number }

/** Tiles of the base map at random places of the county, each asked for once: none comes from the cache. */
export async function* tiles(world: World, settings: Settings): AsyncGenerator<Measure> {
  const { db } = world.database
  const draw = (address: Address) => inTransaction(db, (trx) => tile(trx, { layer: 'DLTB', ...address, areas: [''] }))
  const places = await inTransaction(db, (trx) => randomPlaces(trx, settings.tiles))
  for (const place of places.slice(0, 10)) await draw(tileAt(12, place))
  const all: number[] = []
  for (const z of ZOOMS) {
    const times: number[] = []
    const addresses = new Map(places.map((place) => tileAt(z, place)).map((at) => [`${at.x}/${at.y}`, at]))
    for (const address of addresses.values()) times.push(1000 * (await secondsOf(() => draw(address))))
    all.push(...times)
    yield { work: `tile z${z}, p95 of ${times.length}`, value: percentile(times, 0.95), unit: 'ms', aim: 50 }
  }
  yield { work: 'tiles z13–z16, p50', value: percentile(all, 0.5), unit: 'ms', aim: null }
}

/** Degrees, evenly spread over the land of the county. */
async function randomPlaces(trx: Trx, count: number): Promise<Position[]> {
  const { rows } = await sql<{
    x1: number
    y1: number
    x2: number
    y2: number
  }>`select ST_XMin(e) x1, ST_YMin(e) y1, ST_XMax(e) x2,
    ST_YMax(e) y2 from (select ST_Extent(geom) e from layer_xzq where valid_to is null) county`.execute(trx)
  const { x1, y1, x2, y2 } = rows[0]!
  const next = numbersFrom(20_261_122)
  const points = Array.from({ length: 2 * count }, (): Position => [x1 + next() * (x2 - x1), y1 + next() * (y2 - y1)])
  const inside = await sql<{ x: number; y: number }>`select x, y
    from unnest(${points.map(([x]) => x)}::float8[], ${points.map(([, y]) => y)}::float8[]) with ordinality p(x, y, n)
    where exists (select 1 from layer_xzq where valid_to is null and ST_Intersects(geom, ST_SetSRID(ST_MakePoint(x, y), 4524)))
    order by n limit ${count}`.execute(trx)
  const zone = zoneOfEpsg(4524)!
  return inside.rows.map(({ x, y }) => gaussKrugerInverse([x, y], zone))
}

/** The Web Mercator tile a place lies in. */
function tileAt(z: number, [longitude, latitude]: Position): Address {
  const tall = Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI
  return { z, x: Math.floor(((longitude + 180) / 360) * 2 ** z), y: Math.floor(((1 - tall) / 2) * 2 ** z) }
}
