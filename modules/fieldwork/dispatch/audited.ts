import type { Batch } from '../../../kernel/cases/each.ts'
import type { AuditOf } from '../../../kernel/http/action.ts'

/** What the audit says of an act on many tasks: which were done, and why the others were not. */
export const audited = ({ done, refused }: Batch, more: object = {}): AuditOf => ({
  subject: `tasks:${done.length}`,
  after: { done, refused: refused.map(({ task, problem }) => ({ task, code: problem.code })), ...more },
})
