import { repointed } from '../../forms/organisation-table.ts'
import { handlerField } from '../handler.ts'
import { casesNaming, handlerScheme } from '../handler-table.ts'
import { holdCase } from '../standing.ts'
import type { CaseWork } from '../work.ts'
import { type Handler, moveTo, namedBy } from './change-handler.ts'

export type Edition = { scheme: string; edition: string }

/** Cases under way that may have to follow this edition of a table of organisations. */
export const casesToFollow = async (work: CaseWork, { scheme, edition }: Edition): Promise<string[]> =>
  casesNaming(work, await repointed(work.trx, scheme, edition))

/**
 * SH072: the entry by which a case names who handles it stands for another organisation since this edition: what waits moves to
 * that one's to-do box, as if it had been changed by hand. Returns the case's number and how many tasks moved; undefined where
 * the case names nobody who was replaced, or has followed already.
 */
export async function followTable(
  work: CaseWork,
  caseId: string,
  { scheme, edition }: Edition,
): Promise<{ number: string; tasks: number; to: string } | undefined> {
  const held = await holdCase(work, caseId)
  const { row, process } = held
  if (row.state !== 'running' && row.state !== 'suspended') return undefined
  const now = row.data[handlerField(process) ?? ''] as Partial<Handler> | null | undefined
  if (!now?.id || (await handlerScheme(work, held)) !== scheme) return undefined
  const entry = (await repointed(work.trx, scheme, edition)).find(({ code, from }) =>
    now.code === undefined ? from.id === now.id : code === now.code && from.id === now.id,
  )
  if (!entry) return undefined
  const reason = `${entry.table} ${edition}: ${entry.code}`
  return { number: row.number, to: entry.to.name, tasks: await moveTo(work, held, { to: namedBy(entry.to), reason }) }
}
