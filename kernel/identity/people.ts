import { type RawBuilder, sql } from 'kysely'
import { type Day, dayOf } from '../calendar/day.ts'
import type { Trx } from '../db/database.ts'
import { PREPARED } from '../db/statement-names.ts'
import type { ClosedService, Person, Right } from './can.ts'
import { newId } from './new-id.ts'
import { type StoredRight, withinRole } from './role-limits.ts'
import type { IdentityTables, PersonKind } from './tables.ts'

/** The person with the rights of this moment, those lent to them today included; undefined when unknown or ended. */
export async function loadPerson(trx: Trx, id: string, now = new Date()): Promise<Person | undefined> {
  const { rows } = await sql<PersonRow>`${PREPARED} select ${personColumns(now)} from person p ${ORGANISATION_OF_PERSON}
    where p.id = ${id} and p.ended_at is null`.execute(trx)
  return rows[0] && personOf(rows[0])
}

/** What a person p is read by, with the rights of this moment. */
export const personColumns = (now: Date): RawBuilder<unknown> =>
  sql`p.id, p.login, p.name, p.networks, o.id as organisation_id, o.code as organisation_code, o.name as organisation_name,
    coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'verbs', r.verbs, 'organisation', g.organisation,
      'area', g.area, 'business', g.business, ${LIMITS}) order by g.id)
      from right_grant g join role r on r.code = g.role and r.ended_at is null
      where g.person = p.id and g.ended_at is null), '[]') as rights,
    (${lentRights(dayOf(now.getTime()))}) as lent, p.managed_services as managed,
    (select jsonb_agg(jsonb_build_object('service', v.code, 'title', jsonb_build_object('zh', v.title_zh, 'en', v.title_en),
      'verbs', v.verbs, 'why', case when v.stopped_at is null then 'refused' else 'stopped' end, 'reason', v.stopped_why) order by v.code)
      from service v where v.stopped_at is not null or v.code = any (p.refused_services)) as closed`

export const ORGANISATION_OF_PERSON = sql`join organisation o on o.id = p.organisation`

export const personOf = (row: PersonRow): Person => ({
  id: row.id,
  login: row.login,
  name: row.name,
  ...(row.networks.length > 0 && { networks: row.networks }),
  organisation: { id: row.organisation_id, code: row.organisation_code, name: row.organisation_name },
  rights: [...[...row.rights, ...(row.lent ?? [])].flatMap(withinRole), ...managing(row.managed)],
  ...(row.closed && { closed: row.closed }),
})

/** 服务管理权限: to see the services, and to stop and start these. */
const managing = (services: string[]): Right[] =>
  services.length === 0
    ? []
    : [
        {
          role: 'service-manager',
          verbs: ['administration.service.list', 'administration.service.stop', 'administration.service.resume'],
          ...{ organisation: null, area: '', business: '*', services },
        },
      ]

/** Of a role made on the page: the data it reaches. */
const LIMITS = sql`'limits', case when r.made_at is not null then
  jsonb_build_object('areas', r.areas, 'businesses', r.businesses, 'layers', r.layers) end`

/** 委托代理: what those who are away may do themselves, as far as they lent it; null when nobody is. */
const lentRights = (today: Day) => sql`select jsonb_agg(jsonb_build_object('role', g.role, 'verbs', r.verbs,
    'organisation', g.organisation, 'area', case when length(d.area_code) > length(g.area) then d.area_code else g.area end,
    'business', case d.business when '*' then g.business else d.business end,
    ${LIMITS}, 'standInFor', jsonb_build_object('id', away.id, 'name', away.name)) order by d.granted_at, g.id)
  from delegation d join person away on away.id = d.from_person and away.ended_at is null
    join right_grant g on g.person = away.id and g.ended_at is null
    join role r on r.code = g.role and r.ended_at is null
  where d.to_person = p.id and d.ended_at is null and ${today}::date between d.from_day and d.until_day
    and (starts_with(g.area, d.area_code) or starts_with(d.area_code, g.area))
    and (d.business = '*' or g.business in ('*', d.business))`

export type PersonRow = {
  id: string
  login: string
  name: string
  organisation_id: string
  organisation_code: string
  organisation_name: string
  networks: string[]
  rights: StoredRight[]
  lent: StoredRight[] | null
  managed: string[]
  closed: ClosedService[] | null
}

export type NewPerson = {
  login: string
  name: string
  organisation: string
  passwordHash?: string
  phone?: string
  title?: string
  kind?: PersonKind
}

/** Adds a person to an organisation (its id) and returns the new id. A login that exists is refused by the database (23505). */
export async function addPerson(trx: Trx, { passwordHash, ...person }: NewPerson): Promise<string> {
  const id = newId()
  await trx
    .withTables<IdentityTables>()
    .insertInto('person')
    .values({ id, ...person, password_hash: passwordHash ?? null, ended_at: null })
    .execute()
  return id
}

export type Grant = { person: string; role: string; organisation?: string; area?: string; business?: string }

export async function grantRole(
  trx: Trx,
  { person, role, organisation, area = '', business = '*' }: Grant,
): Promise<string> {
  const id = newId()
  await trx
    .withTables<IdentityTables>()
    .insertInto('right_grant')
    .values({ id, person, role, organisation: organisation ?? null, area, business, ended_at: null })
    .execute()
  return id
}
