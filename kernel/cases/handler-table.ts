import { sql } from 'kysely'
import { readForm } from '../forms/store.ts'
import { handlerField } from './handler.ts'
import { formsOf } from './publish-process.ts'
import type { HeldCase } from './standing.ts'
import type { CaseWork } from './work.ts'

/** 机构代码表: the table out of which the form of today has the handling organisation chosen; undefined where it names none. */
export async function handlerScheme(
  { trx }: Pick<CaseWork, 'trx'>,
  { process }: Pick<HeldCase, 'process'>,
): Promise<string | undefined> {
  const name = handlerField(process)
  if (name === undefined) return undefined
  for (const key of formsOf(process)) {
    const field = (await readForm(trx, key)).fields.find((one) => one.name === name)
    if (field?.type === 'organisation' && field.scheme) return field.scheme
  }
  return undefined
}

/**
 * Cases under way that name an organisation by one of these entries, or by nothing but itself before the table was kept: those
 * that follow when the entry stands for another. In one order for everybody.
 */
export async function casesNaming(
  { trx }: Pick<CaseWork, 'trx'>,
  entries: { code: string; from: { id: string } }[],
): Promise<string[]> {
  const codes = entries.map(({ code }) => code)
  const ids = entries.map(({ from }) => from.id)
  const { rows } = await sql<{ id: string }>`select c.id from case_ c
    where c.state in ('running', 'suspended') and c.process in (select key from process_definition where definition ? 'handledBy')
      and exists (select from jsonb_each(c.data) d where jsonb_typeof(d.value) = 'object'
        and (d.value ->> 'code' = any(${codes}) or d.value ->> 'id' = any(${ids}))) order by c.id`.execute(trx)
  return rows.map(({ id }) => id)
}
