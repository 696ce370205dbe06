import { publishProcess } from '../../kernel/cases/publish-process.ts'
import type { Trx } from '../../kernel/db/database.ts'
import { publishForm } from '../../kernel/forms/store.ts'
import {
  acceptanceForm,
  conversionForm,
  farmFacilityForm,
  preExaminationForm,
  temporaryForm,
  worksForm,
} from './forms/land-forms.ts'
import { cadastralForm, qualificationForm } from './forms/other-forms.ts'
import { firstItems } from './items/first-items.ts'
import { publishFirst } from './items/store.ts'
import { cadastral } from './processes/cadastral.ts'
import {
  acceptance,
  conversion,
  farmFacility,
  preExamination,
  temporary,
  worksPermit,
} from './processes/land-processes.ts'
import { qualification } from './processes/qualification.ts'

const forms = [
  preExaminationForm,
  conversionForm,
  temporaryForm,
  farmFacilityForm,
  worksForm,
  acceptanceForm,
  qualificationForm,
  cadastralForm,
]
const processes = [
  preExamination,
  conversion,
  temporary,
  farmFacility,
  worksPermit,
  acceptance,
  qualification,
  cadastral,
]

/** Forms, processes and the items a bureau begins with; what it has published itself since stays as it is. */
export async function publishApprovals(trx: Trx, now: Date): Promise<void> {
  for (const form of forms) await publishForm(trx, form, null, now)
  for (const process of processes) await publishProcess(trx, process, null, now)
  for (const item of firstItems) await publishFirst(trx, item, now)
}
