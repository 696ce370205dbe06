import { sql } from 'kysely'
import type { FormField } from '../../forms/definition.ts'
import { readForm } from '../../forms/store.ts'
import type { Title } from '../../process/model.ts'
import { formsOf, isUserTask, newestProcesses } from '../publish-process.ts'
import type { CaseWork } from '../work.ts'
import { searchableFields } from './search-fields.ts'

/** What lists of cases can be filtered by: businesses, their steps, searchable fields of their forms, organisations. */
export type CaseChoices = {
  businesses: { business: string; title: Title }[]
  steps: { business: string; step: string; title: Title }[]
  fields: { business: string; name: string; title: Title; type: FormField['type'] }[]
  organisations: { id: string; name: string }[]
}

/** By the newest version of every process. */
export async function caseChoices({ trx }: Pick<CaseWork, 'trx'>): Promise<CaseChoices> {
  const processes = await newestProcesses(trx)
  const fields: CaseChoices['fields'] = []
  for (const process of processes)
    for (const key of formsOf(process))
      for (const { name, title, type } of searchableFields(await readForm(trx, key)))
        if (!fields.some((one) => one.name === name && one.business === process.business))
          fields.push({ business: process.business, name, title, type })
  const businesses = new Map(processes.map(({ business, title }) => [business, { business, title }]))
  const { rows } = await sql<{ id: string; name: string }>`select id, name from organisation order by name`.execute(trx)
  return {
    businesses: [...businesses.values()],
    steps: processes.flatMap(({ business, steps }) =>
      steps.filter(isUserTask).map(({ id, title }) => ({ business, step: id, title })),
    ),
    fields,
    organisations: rows,
  }
}
