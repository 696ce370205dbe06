import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../../kernel/http/action.ts'
import type { DispatchRule } from '../rules/plan.ts'

/** Rules of one's own organisation, in the order they are asked. */
export const listRules = query({
  name: 'fieldwork.dispatch.rule.list',
  input: Type.Object({}),
  async handle({ trx, person }) {
    const { rows } = await sql<
      DispatchRule & { place: number; changedAt: Date; changedBy: string }
    >`select r.id, r.place, r.title, r.business,
        r.area_code as "areaCode", r.by_what as by, r.people, r.most, r.is_on as "isOn", r.changed_at as "changedAt", p.name as "changedBy"
      from field_dispatch_rule r join person p on p.id = r.changed_by
      where r.organisation = ${person.organisation.id} order by r.place`.execute(trx)
    return { rows }
  },
})
