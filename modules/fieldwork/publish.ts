import { sql } from 'kysely'
import { publishProcess } from '../../kernel/cases/publish-process.ts'
import type { Trx } from '../../kernel/db/database.ts'
import { publishForm } from '../../kernel/forms/store.ts'
import { annualChangeForm, dailyChangeForm } from './businesses/change-forms.ts'
import { clueCheckForm, enforcementPatrolForm, markPatrolForm } from './businesses/patrol-forms.ts'
import { fieldProcesses } from './businesses/processes.ts'
import { registerFirstModules } from './pool/first-modules.ts'
import { firstTemplates } from './templates/seeds.ts'
import { publishTemplate } from './templates/store.ts'

const forms = [annualChangeForm, dailyChangeForm, markPatrolForm, enforcementPatrolForm, clueCheckForm]

/** Forms, processes and evidence templates of the field businesses; a template the bureau has changed stays as it is. */
export async function publishFieldwork(trx: Trx, now: Date): Promise<void> {
  await registerFirstModules(trx, now)
  for (const form of forms) await publishForm(trx, form, null, now)
  for (const process of fieldProcesses) await publishProcess(trx, process, null, now)
  const { rows } = await sql<{ business: string }>`select distinct business from field_template`.execute(trx)
  const known = new Set(rows.map(({ business }) => business))
  for (const template of firstTemplates)
    if (!known.has(template.business)) await publishTemplate(trx, template, null, now)
}
