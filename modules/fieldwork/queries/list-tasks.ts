import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { coveredBy } from '../../../kernel/cases/rights-filter.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import { type Context, query } from '../../../kernel/http/action.ts'
import { toMultiPolygon } from '../../../kernel/layers/feature.ts'
import { areaToDegrees } from '../rules/plane.ts'
import { FIELD_ROLE } from '../sync/standing.ts'

export type FieldTask = {
  id: string
  caseId: string
  number: string
  title: string
  step: string
  business: string
  areaCode: string
  state: 'open' | 'claimed' | 'suspended'
  mine: boolean
  reason: string
  openedAt: Date
  due: string | null
  patches: number
  photos: number
  /** 范围 in longitude and latitude */
  range: MultiPolygon | null
}

type Row = Omit<FieldTask, 'range'> & { scope: Uint8Array | null }

/** Field tasks a person holds, was given, or may take from the pool; the ones to be done first come first. */
export const listFieldTasks = query({
  name: 'fieldwork.task.list',
  input: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })) }),
  async handle({ trx, person }: Context, { limit = 200 }) {
    const pool = person.rights.filter(({ role }) => role === FIELD_ROLE)
    const { rows } =
      await sql<Row>`select t.id, t.case_id as "caseId", c.number, c.title, t.step, t.business, t.area_code as "areaCode", t.state,
        t.assignee is not distinct from ${person.id} as mine, t.reason, t.opened_at as "openedAt", nullif(t.due, 'infinity') as due,
        (select count(*) from field_patch p where p.case_id = c.id and not p.removed) as patches,
        (select count(*) from field_photo p where p.case_id = c.id) as photos, ST_AsEWKB(c.scope) as scope
      from task t join case_ c on c.id = t.case_id
      where t.role = ${FIELD_ROLE} and t.state in ('open', 'claimed', 'suspended')
        and (t.assignee = ${person.id} or (t.assignee is null and ${coveredBy(pool, 't')}))
      order by mine desc, t.due, t.id limit ${limit}`.execute(trx)
    return {
      tasks: rows.map(
        ({ scope, ...row }): FieldTask => ({ ...row, range: scope && areaToDegrees(toMultiPolygon(scope)) }),
      ),
    }
  },
})
