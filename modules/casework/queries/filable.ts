import { Type } from '@sinclair/typebox'
import { newestProcesses } from '../../../kernel/cases/publish-process.ts'
import { readForm } from '../../../kernel/forms/store.ts'
import { query } from '../../../kernel/http/action.ts'
import { can } from '../../../kernel/identity/can.ts'
import { itemsByProcess } from '../../approvals/api.ts'

/** Processes beside the catalogue of items of which the reader may file a case, each with its filing form: {rows}. */
export const filable = query({
  name: 'casework.process.filable',
  input: Type.Object({}),
  handle: async ({ trx, person }) => {
    const rows = []
    const items = await itemsByProcess(trx)
    for (const { key, version, title, business, limitDays, filing } of await newestProcesses(trx)) {
      if (!filing || items.has(key) || !can(person, 'casework.case.file', { business })) continue
      const form = await readForm(trx, filing.form)
      rows.push({
        process: key,
        version,
        title,
        business,
        limitDays: limitDays ?? null,
        form,
        writable: filing.writable,
      })
    }
    return { rows }
  },
})
