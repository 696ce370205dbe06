import { Type } from '@sinclair/typebox'
import { query } from '../../../../kernel/http/action.ts'
import { templatesInForce, versionsOf } from '../store.ts'

/** The template in force of every business. */
export const listTemplates = query({
  name: 'fieldwork.template.list',
  input: Type.Object({}),
  handle: async ({ trx }) => ({ rows: await templatesInForce(trx) }),
})

/** All versions of one business's template, newest first: what tasks of that day were asked for. */
export const templateVersions = query({
  name: 'fieldwork.template.versions',
  input: Type.Object({ business: Type.String({ maxLength: 100 }) }),
  handle: async ({ trx }, { business }) => ({ rows: await versionsOf(trx, business) }),
})
