import { sql } from 'kysely'
import { newId } from '../../identity/new-id.ts'
import { invalid, Refusal } from '../../problems/problem.ts'
import { type Seer, seersOf } from '../lists/seers.ts'
import type { CaseRow } from '../tables.ts'
import { actorOf, type CaseWork } from '../work.ts'
import { notify } from './notices.ts'

/** A word in the talk beside the opinions. */
export type Comment = {
  id: string
  by: { id: string; name: string }
  at: Date
  text: string
  mentions: { id: string; name: string }[]
}

/** Oldest first. */
export async function commentsOf({ trx }: Pick<CaseWork, 'trx'>, caseId: string): Promise<Comment[]> {
  const { rows } = await sql<Comment>`select c.id, c.at, c.text, jsonb_build_object('id', p.id, 'name', p.name) as by,
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by m.name) from person m
        where m.id = any(c.mentions)), '[]') as mentions
    from case_comment c join person p on p.id = c.by where c.case_id = ${caseId} order by c.at, c.id`.execute(trx)
  return rows
}

/** Says something; who is mentioned is told, and must be able to see the case. */
export async function addComment(
  work: CaseWork,
  row: CaseRow,
  { text, mentions = [] }: { text: string; mentions?: string[] },
): Promise<string> {
  const seen = await seersOf(work, row, { people: mentions })
  const stranger = mentions.find((id) => !seen.some((one: Seer) => one.id === id))
  if (stranger !== undefined) throw new Refusal(invalid('cases.comment.cannot-see', { number: row.number }))
  const id = newId()
  const me = actorOf(work)
  await sql`insert into case_comment (id, case_id, by, at, text, mentions)
    values (${id}, ${row.id}, ${me.id}, ${work.now}, ${text.trim()}, ${mentions}::uuid[])`.execute(work.trx)
  const told = mentions.filter((one) => one !== me.id)
  await notify(work, told, { caseId: row.id, kind: 'mentioned', params: { number: row.number, by: me.name, text } })
  return id
}
