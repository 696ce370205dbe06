import { Type } from '@sinclair/typebox'
import { readForm } from '../../../kernel/forms/store.ts'
import { query } from '../../../kernel/http/action.ts'
import { can } from '../../../kernel/identity/can.ts'
import { fieldProcesses } from '../businesses/processes.ts'
import { dictionariesOf } from '../templates/form-package.ts'
import { templatesInForce } from '../templates/store.ts'

/** What one may report of one's own accord, each with its evidence template, form and code tables: kept on the phone for where there is no network. */
export const listDiscoveryTemplates = query({
  name: 'fieldwork.discovery.templates',
  input: Type.Object({}),
  async handle({ trx, person }) {
    const inForce = new Map((await templatesInForce(trx)).map(({ template }) => [template.business, template]))
    const rows = []
    for (const { key, business, title, steps } of fieldProcesses) {
      const template = inForce.get(business)
      const step = steps.find(({ id }) => id === 'field')
      if (!template || step?.kind !== 'userTask' || !can(person, 'fieldwork.sync', { business })) continue
      const definition = await readForm(trx, template.form)
      const { writable, required = [], hidden = [] } = step
      const form = { definition, writable, required, hidden, dictionaries: await dictionariesOf(trx, definition) }
      rows.push({ process: key, business, title, template, form })
    }
    return { rows }
  },
})
