import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import { layerNamed } from '../../kernel/layers/registry.ts'
import { geometryOf, rowsAt } from '../../kernel/layers/rows.ts'
import type { Subject } from '../../kernel/overlay/area-row.ts'

/** Lengths of codes: village, town, county. */
const LEVELS = [12, 9, 6]

/**
 * The smallest village, town or county that all of the land lies in, by the villages under it: whoever reports on land needs
 * the right there. Undefined where no village is.
 */
export async function areaOfLand(trx: Trx, ranges: readonly Subject[], asOf: Date): Promise<string | undefined> {
  const layer = layerNamed('CJDCQ')
  const codes = new Set<string>()
  for (const { geometry } of ranges) {
    const { rows } = await sql<{
      code: string
    }>`select distinct left(f.zldwdm, 12) as code from ${rowsAt(layer, asOf)} f
      where ST_Intersects(f.geom, ${geometryOf(geometry, layer.srid)})`.execute(trx)
    for (const { code } of rows) codes.add(code)
  }
  const [first, ...others] = codes
  if (first === undefined) return undefined
  const length = LEVELS.find((digits) => others.every((code) => code.startsWith(first.slice(0, digits))))
  return first.slice(0, length ?? 4)
}
