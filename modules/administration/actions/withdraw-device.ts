import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { deviceFacts } from '../device-facts.ts'

/** 撤销批准: whoever is signed in on this phone is signed out; bound to approved phones they cannot come back from it. */
export const withdrawDevice = action({
  verb: 'administration.device.withdraw',
  input: Type.Object({ person: Type.String({ format: 'uuid' }), device: Type.String({ maxLength: 100 }) }),
  facts: ({ trx }, { person, device }) => deviceFacts(trx, person, device),
  scope: ({ organisation }) => ({ organisation }),
  async handle({ trx, now }, { person, device }) {
    await sql`update person_device set approved_at = null, approved_by = null
      where person = ${person} and device = ${device}`.execute(trx)
    await sql`update session set ended_at = ${now} where person = ${person} and device = ${device}
      and ended_at is null`.execute(trx)
  },
  audit: ({ person, device }, _result, { name, approvedAt }) => ({
    subject: `person:${person}`,
    before: { device, name, approvedAt },
  }),
})
