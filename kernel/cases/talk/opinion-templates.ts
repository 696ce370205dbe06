import { sql } from 'kysely'
import { newId } from '../../identity/new-id.ts'
import { conflict, invalid, notFound, Refusal } from '../../problems/problem.ts'
import { actorOf, type CaseWork } from '../work.ts'

/** 常用意见 of one person. */
export type OpinionTemplate = { id: string; title: string; text: string }

const MOST = 100

/** The acting person's own, by title. */
export async function opinionTemplates(work: CaseWork): Promise<OpinionTemplate[]> {
  const { rows } = await sql<OpinionTemplate>`select id, title, text from opinion_template
    where person = ${actorOf(work).id} order by title, id`.execute(work.trx)
  return rows
}

/** A new one, or with `id` another title or text for one's own. */
export async function saveOpinionTemplate(
  work: CaseWork,
  { id, title, text }: { id?: string; title: string; text: string },
): Promise<string> {
  const own = await opinionTemplates(work)
  const name = title.trim()
  if (id !== undefined && !own.some((one) => one.id === id)) throw unknown(id)
  if (own.some((one) => one.title === name && one.id !== id))
    throw new Refusal(conflict('cases.opinion-template.title-taken', { title: name }))
  if (id === undefined && own.length >= MOST)
    throw new Refusal(invalid('cases.opinion-template.too-many', { most: MOST }))
  const key = id ?? newId()
  await sql`insert into opinion_template (id, person, title, text, made_at)
    values (${key}, ${actorOf(work).id}, ${name}, ${text.trim()}, ${work.now})
    on conflict (id) do update set title = excluded.title, text = excluded.text`.execute(work.trx)
  return key
}

/** Refused when it is not the acting person's: of others' templates nothing is told, not even that they are. */
export async function removeOpinionTemplate(work: CaseWork, id: string): Promise<void> {
  const { rows } =
    await sql`delete from opinion_template where id = ${id} and person = ${actorOf(work).id} returning id`.execute(
      work.trx,
    )
  if (rows.length === 0) throw unknown(id)
}

const unknown = (id: string) => new Refusal(notFound('cases.opinion-template.unknown', { template: id }))
