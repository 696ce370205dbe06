import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { coveredBy, rightsTo } from '../../../../kernel/cases/rights-filter.ts'
import { query } from '../../../../kernel/http/action.ts'
import { can } from '../../../../kernel/identity/can.ts'
import { listResultSets, scopeOfSet } from '../result-set.ts'

const State = Type.Union(
  ['draft', 'checked', 'reserved', 'applied', 'abandoned'].map((state) => Type.Literal(state as 'draft')),
)

export type WaitingCase = {
  id: string
  number: string
  title: string
  areaCode: string
  patches: number
  area: number
  reviewedAt: Date | null
}

/** Result sets, newest first, and the cases that wait to be put into one. */
export const listResults = query({
  name: 'landuse.result.list',
  input: Type.Object({ state: Type.Optional(State) }),
  async handle({ trx, person }, { state }) {
    const sets = (await listResultSets(trx, state)).filter((set) => can(person, 'landuse.result.list', scopeOfSet(set)))
    const { rows: waiting } =
      await sql<WaitingCase>`select c.id, c.number, c.title, c.area_code as "areaCode", t.opened_at as "reviewedAt",
        (select count(*) from landuse_patch p join landuse_range r on r.id = p.range join landuse_clue k on k.id = r.clue where k.case_id = c.id) as patches,
        (select coalesce(sum(p.area_ellipsoidal), 0) from landuse_patch p join landuse_range r on r.id = p.range join landuse_clue k on k.id = r.clue
          where k.case_id = c.id) as area
      from task t join case_ c on c.id = t.case_id
      where t.step = 'result' and t.state in ('open', 'claimed') and c.process = 'landuse.monitoring'
        and ${coveredBy(rightsTo(person, 'landuse.result.list'), 'c')}
        and not exists (select 1 from landuse_result_case l join change_set s on s.id = l.change_set
          where l.case_id = c.id and s.state in ('draft', 'checked', 'reserved'))
      order by c.number limit 500`.execute(trx)
    return { sets: sets.map(({ levelling: _, ...set }) => set), waiting }
  },
})
