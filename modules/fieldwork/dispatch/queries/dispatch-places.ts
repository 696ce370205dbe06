import { sql } from 'kysely'
import type { Position } from '../../../../kernel/geometry/types.ts'
import { query } from '../../../../kernel/http/action.ts'
import { placeToDegrees } from '../../rules/plane.ts'
import type { WaitingTask } from '../rules/plan.ts'
import { DISPATCH_TABLES, DispatchFilter, dispatchable } from './dispatch-filter.ts'

/** Points a map still shows well. */
const MOST = 20_000

export type DispatchPlace = WaitingTask & { due: string | null; holder: string | null }

type Row = Omit<DispatchPlace, 'centre'> & { x: number | null; y: number | null }

/** All that a filter finds, where it lies: for the map, for choosing by drawing, and for planning by a rule. */
export const listDispatchPlaces = query({
  name: 'fieldwork.dispatch.places',
  input: DispatchFilter,
  async handle(context, filter) {
    const where = await dispatchable(context, filter)
    const { rows } =
      await sql<Row>`select t.id, c.number, t.business, t.area_code as "areaCode", t.organisation, t.revision,
        nullif(t.due, 'infinity') as due, h.id as holder, ST_X(ST_PointOnSurface(c.scope)) as x, ST_Y(ST_PointOnSurface(c.scope)) as y
      from ${DISPATCH_TABLES} where ${where} order by t.due, t.id limit ${MOST + 1}`.execute(context.trx)
    const places = rows.slice(0, MOST).map(({ x, y, ...row }): DispatchPlace => ({ ...row, centre: centreOf(x, y) }))
    return { places, isCut: rows.length > MOST }
  },
})

const centreOf = (x: number | null, y: number | null): Position | null =>
  x === null || y === null ? null : placeToDegrees([x, y])
