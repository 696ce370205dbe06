import { sql } from 'kysely'
import type { Day } from '../../calendar/day.ts'
import { newId } from '../../identity/new-id.ts'
import type { IdentityTables } from '../../identity/tables.ts'
import { conflict, invalid, notFound, type Problem, Refusal } from '../../problems/problem.ts'
import { record } from '../history.ts'
import { today } from '../limits.ts'
import { notify } from '../talk/notices.ts'
import { actorOf, type CaseWork } from '../work.ts'

/** 委托代理: `person` lends what they may do with cases; `business` '*': every one, `area` '': everywhere. Days, both included. */
export type NewDelegation = {
  person: string
  to: string
  business?: string
  area?: string
  from: Day
  until: Day
  reason: string
}

type Named = { id: string; name: string }

export type DelegationState = 'coming' | 'running' | 'over' | 'ended'

export type Delegation = {
  id: string
  from: Named
  to: Named
  business: string
  area: string
  fromDay: Day
  untilDay: Day
  reason: string
  grantedAt: Date
  grantedBy: Named
  endedAt: Date | null
  state: DelegationState
}

/** From its first day on `to` sees and does the other's tasks; they are told today. */
export async function grantDelegation(work: CaseWork, request: NewDelegation): Promise<string> {
  const { person, to, business = '*', area = '', from, until, reason } = request
  const people = await namesOf(work, [person, to])
  const [absent, standIn] = [people.get(person), people.get(to)]
  if (!absent || !standIn) throw new Refusal(invalid('cases.delegation.unknown-person'))
  const problem = periodProblem(request, today(work.now)) ?? (await clash(work, request, standIn))
  if (problem) throw new Refusal(problem)
  const id = newId()
  const row = { id, from_person: person, to_person: to, business, area_code: area, from_day: from, until_day: until }
  const granted = { reason, granted_at: work.now, granted_by: actorOf(work).id, ended_at: null, ended_by: null }
  await work.trx
    .withTables<IdentityTables>()
    .insertInto('delegation')
    .values({ ...row, ...granted })
    .execute()
  const told = [to, person].filter((one) => one !== actorOf(work).id)
  const params = { by: absent.name, to: standIn.name, from, until, reason }
  await notify(work, told, { caseId: null, kind: 'standIn', params })
  return id
}

export function periodProblem({ person, to, from, until }: NewDelegation, day: Day): Problem | undefined {
  if (person === to) return invalid('cases.delegation.self')
  if (from < day) return invalid('cases.delegation.begun', { from, today: day })
  return until < from ? invalid('cases.delegation.ends-before', { from, until }) : undefined
}

/** The same again, or somebody who is away at that time themselves. */
async function clash(work: CaseWork, request: NewDelegation, standIn: Named): Promise<Problem | undefined> {
  const { person, to, business = '*', area = '', from, until } = request
  const { rows } = await sql<{ same: boolean }>`select from_person = ${person} as same from delegation
    where ended_at is null and from_day <= ${until}::date and until_day >= ${from}::date
      and (from_person = ${to} or (from_person = ${person} and to_person = ${to}
        and business in ('*', ${business}) and starts_with(${area}, area_code)))
    order by same limit 1`.execute(work.trx)
  if (!rows[0]) return undefined
  return conflict(rows[0].same ? 'cases.delegation.already' : 'cases.delegation.away', {
    to: standIn.name,
    from,
    until,
  })
}

/** Ends it before its last day; what the stand-in holds goes back to whom it belongs. Returns how many tasks did. */
export async function endDelegation(work: CaseWork, id: string): Promise<number> {
  const { rows } =
    await sql<Lending>`update delegation set ended_at = ${work.now}, ended_by = ${work.person?.id ?? null}
    where id = ${id} and ended_at is null returning from_person, to_person, business, area_code`.execute(work.trx)
  if (!rows[0]) throw new Refusal(conflict('cases.delegation.over'))
  return handBack(work, rows[0])
}

type Lending = { from_person: string; to_person: string; business: string; area_code: string }

export async function handBack(work: CaseWork, lending: Lending): Promise<number> {
  const { from_person, to_person, business, area_code } = lending
  const { rows } = await sql<{ id: string; case_id: string; step: string }>`update task
    set assignee = ${from_person}, on_behalf_of = null, revision = revision + 1
    where assignee = ${to_person} and on_behalf_of = ${from_person} and state in ('open', 'claimed', 'suspended')
      and ${business} in ('*', business) and starts_with(area_code, ${area_code})
    returning id, case_id, step`.execute(work.trx)
  const detail = { from: to_person, to: from_person }
  await record(
    work,
    rows.map(({ id, case_id, step }) => ({ caseId: case_id, verb: 'handBack', taskId: id, step, detail })),
  )
  return rows.length
}

const delegations = sql`select d.id, jsonb_build_object('id', a.id, 'name', a.name) as from,
    jsonb_build_object('id', b.id, 'name', b.name) as to, d.business, d.area_code as area, d.from_day as "fromDay",
    d.until_day as "untilDay", d.reason, d.granted_at as "grantedAt", d.ended_at as "endedAt",
    jsonb_build_object('id', g.id, 'name', g.name) as "grantedBy"
  from delegation d join person a on a.id = d.from_person join person b on b.id = d.to_person
    join person g on g.id = d.granted_by`

/** Lent by the person or to them, and within `organisations` (null: every one) everybody's; the latest first. */
export async function delegationsFor(work: CaseWork, organisations: string[] | null): Promise<Delegation[]> {
  const me = actorOf(work).id
  const { rows } = await sql<Omit<Delegation, 'state'>>`${delegations}
    where ${me} in (d.from_person, d.to_person) or ${organisations}::uuid[] is null
      or a.organisation = any(${organisations}::uuid[])
    order by d.from_day desc, d.granted_at desc limit 500`.execute(work.trx)
  return rows.map((row) => ({ ...row, state: stateOf(row, today(work.now)) }))
}

/** The delegation and the absent person's organisation. */
export async function readDelegation(work: Pick<CaseWork, 'trx' | 'now'>, id: string) {
  const { rows } = await sql<Omit<Delegation, 'state'> & { organisation: string }>`select l.*, p.organisation
    from (${delegations} where d.id = ${id}) l join person p on p.id = (l.from->>'id')::uuid`.execute(work.trx)
  if (!rows[0]) throw new Refusal(notFound('cases.delegation.unknown'))
  return { ...rows[0], state: stateOf(rows[0], today(work.now)) }
}

function stateOf({ fromDay, untilDay, endedAt }: Omit<Delegation, 'state'>, day: Day): DelegationState {
  if (endedAt) return 'ended'
  if (day > untilDay) return 'over'
  return day < fromDay ? 'coming' : 'running'
}

async function namesOf({ trx }: CaseWork, ids: string[]): Promise<Map<string, Named>> {
  const { rows } =
    await sql<Named>`select id, name from person where id = any(${ids}::uuid[]) and ended_at is null`.execute(trx)
  return new Map(rows.map((row) => [row.id, row]))
}
