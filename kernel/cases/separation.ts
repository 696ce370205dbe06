import { sql } from 'kysely'
import { forbidden, type Problem, Refusal } from '../problems/problem.ts'
import type { CaseProcess } from './case-process.ts'
import type { CaseRow } from './tables.ts'
import type { CaseWork } from './work.ts'

/** In a process's `separation`: whoever opened the case (申请人、收件人). */
export const OPENER = 'opener'
/** … and whoever a field of the case's data names by id: «data.applicant». */
const FIELD = 'data.'

export const isSeparable = (name: string, steps: readonly string[]): boolean =>
  name === OPENER || name.startsWith(FIELD) || steps.includes(name)

/** 职责分离: what somebody was in this case (a step they did, `opener`, or a field that names them). */
export type Separation = { person: string; name: string; other: string }

export function separationProblem(separated: Separation | null, step: string, me: string): Problem | undefined {
  if (!separated) return undefined
  const { person, name, other } = separated
  if (person !== me) return forbidden('cases.separation-of-duties.principal', { step, other, name })
  const isOwn = other === OPENER || other.startsWith(FIELD)
  return forbidden(isOwn ? 'cases.separation-of-duties.own-case' : 'cases.separation-of-duties', { step, other })
}

/** What keeps one of these people from `step`, the first found. A stand-in and the one they stood in for have both done it. */
export async function separatedFrom(
  { trx }: Pick<CaseWork, 'trx'>,
  { row, process }: { row: CaseRow; process: CaseProcess },
  step: string,
  people: { id: string; name: string }[],
): Promise<Separation | null> {
  const others = process.separation?.[step] ?? []
  if (others.length === 0) return null
  const named = people.find(({ id }) => others.some((other) => names(row, other, id)))
  if (named) {
    return { person: named.id, name: named.name, other: others.find((other) => names(row, other, named.id))! }
  }
  const ids = people.map(({ id }) => id)
  const { rows } = await sql<{ step: string; person: string }>`
    select t.step, case when t.done_by = any(${ids}::uuid[]) then t.done_by else t.on_behalf_of end as person from task t
      where t.case_id = ${row.id} and t.state = 'done' and t.outcome is distinct from 'withdrawn' and t.step = any(${others}::text[])
        and (t.done_by = any(${ids}::uuid[]) or t.on_behalf_of = any(${ids}::uuid[]))
    union all select e.step, e.by from case_event e where e.case_id = ${row.id} and e.verb = 'resolve'
      and e.step = any(${others}::text[]) and e.by = any(${ids}::uuid[]) limit 1`.execute(trx)
  const [found] = rows
  return found
    ? { person: found.person, name: people.find(({ id }) => id === found.person)?.name ?? '', other: found.step }
    : null
}

function names(row: CaseRow, other: string, id: string): boolean {
  if (other === OPENER) return row.opened_by === id
  if (!other.startsWith(FIELD)) return false
  const value = row.data[other.slice(FIELD.length)]
  return value === id || (Array.isArray(value) && value.includes(id))
}

/** For a task that is given to somebody: they must not be kept from it either. */
export async function refuseUnlessSeparate(
  work: Pick<CaseWork, 'trx'>,
  held: { row: CaseRow; process: CaseProcess },
  step: string,
  person: { id: string; name: string },
): Promise<void> {
  const separated = await separatedFrom(work, held, step, [person])
  if (separated) throw new Refusal(forbidden('cases.separation-of-duties.of-other', { step, ...separated }))
}
