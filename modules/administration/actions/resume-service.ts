import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { conflict } from '../../../kernel/problems/problem.ts'
import { serviceFile, wholeService } from '../service-facts.ts'

/** 恢复服务: from the next call on. */
export const resumeService = action({
  verb: 'administration.service.resume',
  input: Type.Object({ service: Type.String({ maxLength: 60 }) }),
  facts: ({ trx }, { service }) => serviceFile(trx, service),
  scope: (_facts, { service }) => wholeService(service),
  refuse: ({ stoppedAt, title }) =>
    stoppedAt ? undefined : conflict('administration.service.resume.runs', { service: title }),
  async handle({ trx }, { service }) {
    await sql`update service set stopped_at = null, stopped_by = null, stopped_why = null where code = ${service}`.execute(
      trx,
    )
  },
  audit: ({ service }, _result, { stoppedWhy }) => ({ subject: `service:${service}`, before: { reason: stoppedWhy } }),
})
