import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Lamp } from '../../../kernel/calendar/clock.ts'
import { lampOf, today } from '../../../kernel/cases/limits.ts'
import { query } from '../../../kernel/http/action.ts'
import { toDegrees } from '../../onemap/api.ts'
import { tracked, trackingFilter } from './filter.ts'

const MOST = 2000

type Row = {
  id: string
  number: string
  title: string
  item: string
  state: 'running' | 'suspended'
  due: string
  warn_from: string
  x: number
  y: number
}
export type TrackedPlace = {
  id: string
  number: string
  title: string
  item: string
  lamp: Lamp
  /** longitude, latitude in degrees (CGCS2000) */
  at: [number, number]
}

/** Where applications under way lie: a point in each one's land with its lamp; `more`: there are more than are shown. */
export const trackingPlaces = query({
  name: 'approvals.tracking.places',
  input: Type.Object(trackingFilter),
  handle: async ({ trx, person, now }, filter): Promise<{ rows: TrackedPlace[]; more: boolean }> => {
    const day = today(now)
    const { rows } = await sql<Row>`select c.id, c.number, c.title, a.item, c.state, c.due::text, c.warn_from::text,
        st_x(p) as x, st_y(p) as y
      from approval_case a join case_ c on c.id = a.case_id, st_pointonsurface(c.scope) p
      where c.state in ('running', 'suspended') and c.scope is not null and ${tracked(person, 'approvals.tracking.places', filter)}
      order by c.due, c.id limit ${MOST + 1}`.execute(trx)
    return {
      more: rows.length > MOST,
      rows: rows.slice(0, MOST).map(({ x, y, due, warn_from, ...row }) => ({
        ...{ id: row.id, number: row.number, title: row.title, item: row.item },
        lamp: lampOf({ due, warn_from, state: row.state }, day),
        at: degreesOf(x, y),
      })),
    }
  },
})

function degreesOf(x: number, y: number): [number, number] {
  const [longitude, latitude] = toDegrees([[[[x, y]]]])[0]![0]![0]!
  return [longitude!, latitude!]
}
