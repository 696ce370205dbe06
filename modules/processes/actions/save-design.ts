import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { invalid } from '../../../kernel/problems/problem.ts'
import { readDmn } from '../../../kernel/process/decision/read-dmn.ts'
import { readDesignRow } from '../designs.ts'
import { readDesign } from '../rules/read-design.ts'
import { changedMeanwhile, notEditable } from '../rules/standing-rules.ts'
import { Content, type DesignKind, Id, Revision } from '../schema.ts'

/** Keeps a draft as it is being drawn, sound or not; the revision keeps two editors from overwriting one another. */
export const saveDesign = action({
  verb: 'processes.design.save',
  input: Type.Object({ designId: Id, revision: Revision, content: Content }),
  facts: async ({ trx }, { designId, content }) => {
    const design = await readDesignRow(trx, designId, true)
    return { design, names: await namesIn(design.kind, content) }
  },
  scope: ({ design }) => (design.business === '*' ? {} : { business: design.business }),
  refuse: ({ design, names }, { revision }) =>
    notEditable(design) ??
    changedMeanwhile(design, revision) ??
    (names && names.key !== design.key ? invalid('processes.design.save.other-key', { key: design.key }) : undefined),
  async handle({ trx, person, now }, { designId, content }, { design, names }) {
    const { title, business } = { ...design, ...names }
    await sql`update design set content = ${content}, title = ${title}, business = ${business || design.business},
      revision = revision + 1, changed_at = ${now}, changed_by = ${person.id} where id = ${designId}`.execute(trx)
    return { revision: design.revision + 1, changedAt: now }
  },
  audit: ({ designId }, { revision }, { design }) => ({
    subject: `design:${designId}`,
    after: { key: design.key, revision },
  }),
})

/** What the content calls itself; undefined while it cannot be read, as a drawing in the making may not be. */
async function namesIn(
  kind: DesignKind,
  content: string,
): Promise<{ key: string; title: string; business: string } | undefined> {
  if (kind === 'process') {
    const reading = await readDesign(content)
    return 'process' in reading
      ? { key: reading.process.key, title: reading.process.title.zh, business: reading.process.business }
      : undefined
  }
  const table = await readDmn(content)
  return 'code' in table ? undefined : { key: table.id, title: table.name, business: '*' }
}
