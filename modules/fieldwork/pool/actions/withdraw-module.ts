import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../../kernel/http/action.ts'
import { conflict } from '../../../../kernel/problems/problem.ts'
import { registeredModules } from '../field-module.ts'

/** 撤下 a module from the phones, or bring it back. Its tasks stay in the task list. */
export const withdrawModule = action({
  verb: 'fieldwork.pool.withdraw',
  input: Type.Object({ code: Type.String({ maxLength: 40 }), withdrawn: Type.Boolean() }),
  facts: async ({ trx }, { code }) => (await registeredModules(trx)).find((one) => one.code === code) ?? null,
  refuse(module, { code, withdrawn }) {
    if (!module) return conflict('fieldwork.pool.unknown', { code })
    const name = module.name.zh
    if (module.isWithdrawn !== withdrawn) return undefined
    return withdrawn
      ? conflict('fieldwork.pool.withdraw.done', { name })
      : conflict('fieldwork.pool.withdraw.there', { name })
  },
  async handle({ trx, now }, { code, withdrawn }) {
    await sql`update field_module set withdrawn_at = ${withdrawn ? now : null} where code = ${code}`.execute(trx)
  },
  audit: ({ code, withdrawn }) => ({ subject: `field-module:${code}`, after: { withdrawn } }),
})
