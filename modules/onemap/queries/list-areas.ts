import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Box } from '../../../kernel/geometry/types.ts'
import { query } from '../../../kernel/http/action.ts'
import { areasFor } from '../../../kernel/identity/can.ts'
import { boxInDegrees } from '../rules/place.ts'

type AreaRow = {
  code: string
  name: string
  level: 'county' | 'town' | 'village'
  parent: string | null
  box: Box | null
}

/** Administrative areas the reader may see, with where they lie (degrees). */
export const listAreas = query({
  name: 'onemap.areas',
  input: Type.Object({}),
  handle: async ({ trx, person }) => {
    const prefixes = areasFor(person, 'onemap.areas')
    const { rows } = await sql<AreaRow>`
      with unit as (
        select zldwdm as code, geom from layer_cjdcq where valid_to is null
        union all select xzqdm, geom from layer_xzq where valid_to is null)
      select a.code, a.name, a.level, a.parent, (select jsonb_build_array(min(ST_XMin(u.geom)), min(ST_YMin(u.geom)),
        max(ST_XMax(u.geom)), max(ST_YMax(u.geom))) from unit u where left(u.code, length(a.code)) = a.code having count(*) > 0) as box
      from area a where exists (select 1 from unnest(${prefixes}::text[]) p where a.code like p || '%') order by a.code`.execute(
      trx,
    )
    return { rows: rows.map(({ box, ...area }) => ({ ...area, box: box && boxInDegrees(box) })) }
  },
})
