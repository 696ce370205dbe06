import { publishProcess } from '../../kernel/cases/publish-process.ts'
import type { Trx } from '../../kernel/db/database.ts'
import { publishForm } from '../../kernel/forms/store.ts'
import { homesteadForm } from './forms/homestead.ts'
import { homesteadProcess } from './processes/homestead.ts'

export async function publishOwnership(trx: Trx, now: Date): Promise<void> {
  await publishForm(trx, homesteadForm, null, now)
  await publishProcess(trx, homesteadProcess, null, now)
}
