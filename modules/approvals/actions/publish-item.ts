import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { newestProcesses } from '../../../kernel/cases/publish-process.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import { readForm } from '../../../kernel/forms/store.ts'
import { action } from '../../../kernel/http/action.ts'
import { conflict, Refusal } from '../../../kernel/problems/problem.ts'
import { publishedRules } from '../../processes/api.ts'
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
    ...(await processFacts(trx, definition.process)),
    organisations: await organisationCodes(trx),
    rules: new Set((await publishedRules(trx)).map(({ key }) => key)),
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

/** Whether cases of it can be filed, and the fields of the form they are filed with. */
async function processFacts(trx: Trx, key: string): Promise<{ process: boolean; fields: Set<string> }> {
  const filing = (await newestProcesses(trx)).find((one) => one.key === key)?.filing
  const form = filing && (await readForm(trx, filing.form))
  return { process: filing !== undefined, fields: new Set(form?.fields.map(({ name }) => name)) }
}

async function organisationCodes(trx: Trx): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`select code from organisation`.execute(trx)
  return new Set(rows.map(({ code }) => code))
}
