import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { conflict } from '../../../kernel/problems/problem.ts'
import { serviceFile, wholeService } from '../service-facts.ts'

/** 停用服务: from their next call everybody is refused, with this reason. Phones keep what they have and send it once it runs again. */
export const stopService = action({
  verb: 'administration.service.stop',
  input: Type.Object({
    service: Type.String({ maxLength: 60 }),
    reason: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  }),
  facts: ({ trx }, { service }) => serviceFile(trx, service),
  scope: (_facts, { service }) => wholeService(service),
  refuse: ({ stoppedAt, title }) =>
    stoppedAt ? conflict('administration.service.stop.done', { service: title }) : undefined,
  async handle({ trx, now, person }, { service, reason }) {
    await sql`update service set stopped_at = ${now}, stopped_by = ${person.id}, stopped_why = ${reason.trim()}
      where code = ${service}`.execute(trx)
  },
  audit: ({ service, reason }) => ({ subject: `service:${service}`, after: { reason } }),
})
