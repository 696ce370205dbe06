import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { publishProcess } from '../../../kernel/cases/publish-process.ts'
import { canonicalJson } from '../../../kernel/crypto/canonical-json.ts'
import { sm3 } from '../../../kernel/crypto/sm3.ts'
import { json, type Trx } from '../../../kernel/db/database.ts'
import { action, type Context } from '../../../kernel/http/action.ts'
import type { DecisionTable } from '../../../kernel/process/decision/table.ts'
import { type Checked, checkContent, unsound } from '../check-content.ts'
import { readDesignRow } from '../designs.ts'
import { decisionsNamed } from '../rules/decisions-named.ts'
import { changedMeanwhile, notConfirmable } from '../rules/standing-rules.ts'
import { Id, Revision } from '../schema.ts'
import { nextVersion, readDecision } from '../versions.ts'
import { scopeOf } from './hand-in-design.ts'

/** 确认发布: by a second person. New cases begin on the new version; those that run stay on theirs. */
export const confirmDesign = action({
  verb: 'processes.design.confirm',
  input: Type.Object({ designId: Id, revision: Revision }),
  facts: async ({ trx, person }, { designId }) => {
    const design = await readDesignRow(trx, designId, true)
    return { design, me: person.id, checked: await checkContent(trx, design.kind, design.key, design.content) }
  },
  scope: ({ design }) => scopeOf(design),
  refuse: ({ design, me, checked }, { revision }) =>
    notConfirmable(design, me) ?? changedMeanwhile(design, revision) ?? unsound(checked.findings),
  async handle(context, { designId }, { design, checked }) {
    const version = await nextVersion(context.trx, design.kind, design.key)
    await publish(context, checked, version)
    await sql`update design set state = 'published', version = ${version}, answered_at = ${context.now},
      answered_by = ${context.person.id}, answer = null where id = ${designId}`.execute(context.trx)
    return { key: design.key, version }
  },
  audit: ({ designId }, { key, version }, { design }) => ({
    subject: `design:${designId}`,
    before: { basedOn: design.basedOn },
    after: { key, version, note: design.note, submittedBy: design.submittedBy?.id },
  }),
})

async function publish({ trx, person, now }: Context, { process, table }: Checked, version: number): Promise<void> {
  if (table) return publishTable(trx, table, version, person.id, now)
  const decisions: DecisionTable[] = []
  for (const { key, digest } of decisionsNamed(process!)) decisions.push(await readDecision(trx, key, { digest }))
  const pinned = decisions.length > 0 ? { decisions } : {}
  await publishProcess(trx, { ...process!, ...pinned, version }, person.id, now)
}

async function publishTable(trx: Trx, table: DecisionTable, version: number, by: string, now: Date): Promise<void> {
  await sql`insert into decision_definition (key, version, digest, definition, published_at, published_by)
    values (${table.id}, ${version}, ${sm3(canonicalJson(table))}, ${json(table)}, ${now}, ${by})`.execute(trx)
}
