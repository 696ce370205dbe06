import { Type } from '@sinclair/typebox'
import { query } from '../../../../kernel/http/action.ts'
import { homeOf, modulesFor, registeredModules } from '../field-module.ts'

/** 业务池: all modules as registered, withdrawn ones last. */
export const listPool = query({
  name: 'fieldwork.pool.list',
  input: Type.Object({}),
  async handle({ trx }) {
    const rows = await registeredModules(trx)
    return { rows, total: rows.length }
  },
})

/** What the reader may have on the home page of their phone, and what they have chosen (codes in order; null: not yet). */
export const myPool = query({
  name: 'fieldwork.pool.mine',
  input: Type.Object({}),
  handle: async ({ trx, person }) => ({
    modules: await modulesFor(trx, person),
    chosen: (await homeOf(trx, person.id)) ?? null,
  }),
})
