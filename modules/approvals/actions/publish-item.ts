import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { newestProcesses } from '../../../kernel/cases/publish-process.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import { action } from '../../../kernel/http/action.ts'
import { conflict, Refusal } from '../../../kernel/problems/problem.ts'
import { addVersion, newestVersion } from '../items/store.ts'
import { itemProblem } from '../rules/item.ts'
import { Definition, ItemCode } from '../schema.ts'

/** 事项 published, closed or opened again, always as a new version. `after`: the version that was changed, 0 for a new item. */
export const publishItem = action({
  verb: 'approvals.item.publish',
  input: Type.Object({
    code: ItemCode,
    after: Type.Integer({ minimum: 0 }),
    definition: Definition,
    reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  }),
  facts: async ({ trx }, { code, definition }) => ({
    newest: await newestVersion(trx, code),
    process: (await newestProcesses(trx)).some(({ key, filing }) => key === definition.process && filing !== undefined),
    organisations: await organisationCodes(trx),
  }),
  refuse: ({ newest, ...known }, { code, after, definition }) =>
    newest === after
      ? itemProblem(definition, known)
      : conflict('approvals.item.publish.changed-meanwhile', { item: code, version: newest }),
  handle: async ({ trx, person, now }, { code, after, definition, reason }) => {
    const version = after + 1
    if (!(await addVersion(trx, { code, version, definition, reason }, person.id, now)))
      throw new Refusal(conflict('approvals.item.publish.changed-meanwhile', { item: code, version }))
    return { version }
  },
  audit: ({ code, definition, reason, after }, { version }) => ({
    subject: `item:${code}`,
    before: { version: after },
    after: { version, definition, reason },
  }),
})

async function organisationCodes(trx: Trx): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`select code from organisation`.execute(trx)
  return new Set(rows.map(({ code }) => code))
}
