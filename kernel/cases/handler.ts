import { sql } from 'kysely'
import type { CaseProcess } from './case-process.ts'
import type { CaseRow } from './tables.ts'
import type { CaseWork } from './work.ts'

/** Whose the task of a step is (organisation id): the one a field of the case names, where the process says so, else the case's. */
export function handlerOf(
  { handledBy = {} }: Pick<CaseProcess, 'handledBy'>,
  row: CaseRow,
  step: string,
): string | null {
  const field = handledBy[step]
  const named = field === undefined ? undefined : (row.data[field] as { id?: unknown } | null | undefined)
  return typeof named?.id === 'string' ? named.id : row.organisation
}

/** Steps whose organisation a field names, by that field. */
export const stepsHandledBy = ({ handledBy = {} }: Pick<CaseProcess, 'handledBy'>, field: string): string[] =>
  Object.entries(handledBy).flatMap(([step, name]) => (name === field ? [step] : []))

/** The one field that names who handles steps of this process; undefined where there is none. */
export const handlerField = ({ handledBy = {} }: Pick<CaseProcess, 'handledBy'>): string | undefined =>
  Object.values(handledBy)[0]

/** Keeps with these cases which other organisations their tasks were given to; one whose tasks have all gone to another is none. */
export async function noteHandlers({ trx }: Pick<CaseWork, 'trx'>, caseIds: string[]): Promise<void> {
  await sql`update case_ c set handlers = array(select distinct t.organisation from task t
      where t.case_id = c.id and t.state <> 'cancelled' and t.organisation <> c.organisation)
    where c.id = any(${caseIds}::uuid[])`.execute(trx)
}
