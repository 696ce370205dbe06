import { type RawBuilder, sql } from 'kysely'
import type { Lamp } from '../../calendar/clock.ts'
import { addDays, type Day, startOfDay } from '../../calendar/day.ts'
import { writeWkb } from '../../geometry/codecs/wkb-write.ts'
import type { Box, MultiPolygon } from '../../geometry/types.ts'
import { today } from '../limits.ts'
import { contains, underArea } from '../rights-filter.ts'
import type { CaseState } from '../tables.ts'
import type { CaseWork } from '../work.ts'
import { among, gramsHold, saying } from './said.ts'
import { allOf } from './worklist-filter.ts'

/** What cases are looked for by; everything given must hold. */
export type CaseFilter = {
  /** part of the number or the title */
  text?: string
  number?: string
  business?: string
  /** the step one of its tasks stands at */
  step?: string
  state?: CaseState
  area?: string
  /** its id: whose the case is, or who handles a part of it */
  organisation?: string
  lamp?: Lamp
  /** days of opening and of closing, both counted */
  from?: Day
  to?: Day
  closedFrom?: Day
  closedTo?: Day
  /** EPSG:4524, metres: boxes that touch */
  box?: Box
  /** EPSG:4524, metres: areas that share a place */
  within?: MultiPolygon
  /** searchable fields of its forms: part of what each says */
  fields?: { name: string; text: string }[]
}

/** A condition on case_ as `c`. */
export async function caseConditions(
  work: Pick<CaseWork, 'trx' | 'now'>,
  filter: CaseFilter,
): Promise<RawBuilder<boolean>> {
  const { text, number, business, state, area, organisation, lamp, box, within, fields = [] } = filter
  return allOf([
    await saying(work, 'c.id', text),
    number && sql<boolean>`c.number = ${number}`,
    business && sql<boolean>`c.business = ${business}`,
    filter.step && standsAt(filter.step),
    state && sql<boolean>`c.state = ${state}`,
    area && underArea(area, 'c'),
    organisation && sql<boolean>`(c.organisation = ${organisation} or ${organisation} = any(c.handlers))`,
    lamp && sql<boolean>`${caseLampSql(today(work.now))} = ${lamp}`,
    ...between('c.opened_at', filter.from, filter.to),
    ...between('c.closed_at', filter.closedFrom, filter.closedTo),
    box && sql<boolean>`c.scope && st_makeenvelope(${sql.join(box)}, 4524)`,
    within && sql<boolean>`st_intersects(c.scope, st_geomfromewkb(${writeWkb(within, 4524)}))`,
    ...(await Promise.all(fields.map((field) => among(work, 'c.id', casesWith(field))))),
  ])
}

const standsAt = (step: string) =>
  sql<boolean>`exists (select from task t where t.case_id = c.id and t.step = ${step} and t.state in ('open', 'claimed', 'suspended'))`

function between(column: string, from: Day | undefined, to: Day | undefined) {
  const at = sql.ref(column)
  return [
    from && sql<boolean>`${at} >= ${new Date(startOfDay(from))}`,
    to && sql<boolean>`${at} < ${new Date(startOfDay(addDays(to, 1)))}`,
  ]
}

const casesWith = ({ name, text }: { name: string; text: string }) =>
  sql`(select case_id from case_search_field
    where name = ${name} and ${gramsHold(sql`lower(value)`, text)} and value ilike ${contains(text)})`

/** The same comparisons as `lampOf` in limits.ts. */
const caseLampSql = (today: Day): RawBuilder<Lamp> =>
  sql`case when c.due = 'infinity' or c.state <> 'running' then 'grey' when c.due < ${today}::date then 'red'
    when c.warn_from <= ${today}::date then 'yellow' else 'green' end`
