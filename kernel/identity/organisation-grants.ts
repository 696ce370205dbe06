import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'

/** Who should hold what by their organisation, or one above it, and does not; and the other way round. */
const SHOULD = sql`with recursive within as (
    select g.id as grant_id, g.organisation from organisation_grant g where g.ended_at is null
    union select w.grant_id, o.id from within w join organisation o on o.parent = w.organisation where o.ended_at is null),
  should as (select w.grant_id, p.id as person from within w join person p on p.organisation = w.organisation
    where p.ended_at is null)`

/**
 * Makes right_grant follow the roles given to organisations. To be called in the transaction of whatever moves people,
 * organisations or those roles; the same again changes nothing.
 */
export async function settleOrganisationGrants(trx: Trx, now: Date): Promise<void> {
  await sql`${SHOULD} update right_grant r set ended_at = ${now} where r.organisation_grant is not null and r.ended_at is null
    and not exists (select from should s where s.grant_id = r.organisation_grant and s.person = r.person)`.execute(trx)
  await sql`${SHOULD} insert into right_grant (id, person, role, organisation, area, business, organisation_grant)
    select gen_random_uuid(), s.person, g.role, null, g.area, g.business, g.id
    from should s join organisation_grant g on g.id = s.grant_id
    where not exists (select from right_grant r where r.organisation_grant = g.id and r.person = s.person and r.ended_at is null)`.execute(
    trx,
  )
}
