import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { conflict } from '../../../kernel/problems/problem.ts'
import { deviceFacts } from '../device-facts.ts'

/** 批准设备: whoever is bound to approved phones may sign in from this one. */
export const approveDevice = action({
  verb: 'administration.device.approve',
  input: Type.Object({ person: Type.String({ format: 'uuid' }), device: Type.String({ maxLength: 100 }) }),
  facts: ({ trx }, { person, device }) => deviceFacts(trx, person, device),
  scope: ({ organisation }) => ({ organisation }),
  refuse: ({ approvedAt }) => (approvedAt ? conflict('administration.device.approve.done') : undefined),
  async handle({ trx, now, person: actor }, { person, device }) {
    await sql`update person_device set approved_at = ${now}, approved_by = ${actor.id}
      where person = ${person} and device = ${device}`.execute(trx)
  },
  audit: ({ person, device }, _result, { name }) => ({ subject: `person:${person}`, after: { device, name } }),
})
