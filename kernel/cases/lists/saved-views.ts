import { sql } from 'kysely'
import { json } from '../../db/database.ts'
import { newId } from '../../identity/new-id.ts'
import { conflict, forbidden, invalid, notFound, Refusal } from '../../problems/problem.ts'
import { actorOf, type CaseWork } from '../work.ts'

export type ViewPage = 'worklist' | 'cases' | 'supervision'

/** Filters of a list under a name. `input`: as the page writes them into its address. */
export type SavedView = {
  id: string
  name: string
  input: Record<string, string>
  /** whose role sees it besides its owner */
  role: string | null
  owner: { id: string; name: string }
  mine: boolean
  /** the list opens with it */
  isDefault: boolean
}

export type ViewToSave = { id?: string; page: ViewPage; name: string; input: Record<string, string> }

const MOST = 50

/** One's own and those shared with a role one holds, by name. */
export async function savedViews(work: CaseWork, page: ViewPage): Promise<SavedView[]> {
  const me = actorOf(work)
  const roles = [...new Set(me.rights.map(({ role }) => role))]
  const { rows } = await sql<SavedView>`select v.id, v.name, v.input, v.role, v.owner = ${me.id} as mine,
      jsonb_build_object('id', p.id, 'name', p.name) as owner, d.view is not null as "isDefault"
    from saved_view v join person p on p.id = v.owner
    left join default_view d on d.person = ${me.id} and d.page = v.page and d.view = v.id
    where v.page = ${page} and (v.owner = ${me.id} or v.role = any(${roles}::text[])) order by v.name, v.id`.execute(
    work.trx,
  )
  return rows
}

/** A new one, or with `id` one's own under another name or with other filters. */
export async function saveView(work: CaseWork, { id = newId(), page, name, input }: ViewToSave): Promise<string> {
  const me = actorOf(work).id
  const { rows } = await sql<{ id: string; own: number; taken: boolean }>`select
      (select count(*)::int from saved_view where owner = ${me} and page = ${page} and id <> ${id}) as own,
      exists (select from saved_view where owner = ${me} and page = ${page} and name = ${name.trim()} and id <> ${id}) as taken`.execute(
    work.trx,
  )
  if (rows[0]!.taken) throw new Refusal(conflict('cases.view.name-taken', { name: name.trim() }))
  if (rows[0]!.own >= MOST) throw new Refusal(invalid('cases.view.too-many', { most: MOST }))
  const { rows: kept } = await sql`insert into saved_view (id, owner, page, name, input, changed_at)
    values (${id}, ${me}, ${page}, ${name.trim()}, ${json(input)}, ${work.now})
    on conflict (id) do update set name = excluded.name, input = excluded.input, changed_at = excluded.changed_at
    where saved_view.owner = excluded.owner and saved_view.page = excluded.page returning id`.execute(work.trx)
  if (kept.length === 0) throw new Refusal(forbidden('cases.view.not-yours', { name }))
  return id
}

export type StoredView = { id: string; owner: string; page: ViewPage; name: string; role: string | null }

export async function readView({ trx }: Pick<CaseWork, 'trx'>, id: string): Promise<StoredView> {
  const { rows } = await sql<StoredView>`select id, owner, page, name, role from saved_view where id = ${id}`.execute(
    trx,
  )
  if (!rows[0]) throw new Refusal(notFound('cases.view.unknown', { view: id }))
  return rows[0]
}

/** `role` null: no longer shared. */
export async function shareView(work: CaseWork, id: string, role: string | null): Promise<void> {
  const { rows } = await sql`select from role where code = ${role}`.execute(work.trx)
  if (role !== null && rows.length === 0) throw new Refusal(invalid('cases.view.no-such-role', { role }))
  await sql`update saved_view set role = ${role}, changed_at = ${work.now} where id = ${id}`.execute(work.trx)
  // Whoever no longer sees it opens the list without it.
  if (role === null)
    await sql`delete from default_view d using saved_view v where d.view = v.id and v.id = ${id} and d.person <> v.owner`.execute(
      work.trx,
    )
}

/** What the list opens with for the acting person; `id` null: with everything. */
export async function chooseDefaultView(work: CaseWork, page: ViewPage, id: string | null): Promise<void> {
  const me = actorOf(work).id
  if (id === null) {
    await sql`delete from default_view where person = ${me} and page = ${page}`.execute(work.trx)
    return
  }
  const seen = (await savedViews(work, page)).some((view) => view.id === id)
  if (!seen) throw new Refusal(notFound('cases.view.unknown', { view: id }))
  await sql`insert into default_view (person, page, view) values (${me}, ${page}, ${id})
    on conflict (person, page) do update set view = excluded.view`.execute(work.trx)
}

export async function removeView(work: CaseWork, id: string): Promise<void> {
  await sql`delete from saved_view where id = ${id}`.execute(work.trx)
}
