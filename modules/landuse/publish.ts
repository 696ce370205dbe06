import { publishProcess } from '../../kernel/cases/publish-process.ts'
import type { Trx } from '../../kernel/db/database.ts'
import { publishForm } from '../../kernel/forms/store.ts'
import { monitoringForms } from './forms/monitoring-forms.ts'
import { monitoring } from './processes/monitoring.ts'

/** Puts the forms and the process of this module where cases find them; the same again changes nothing. */
export async function publishLanduse(trx: Trx, now: Date): Promise<void> {
  for (const form of monitoringForms) await publishForm(trx, form, null, now)
  await publishProcess(trx, monitoring, null, now)
}
