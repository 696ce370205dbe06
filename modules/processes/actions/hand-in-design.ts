import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action, type Context } from '../../../kernel/http/action.ts'
import { checkContent, unsound } from '../check-content.ts'
import { type Design, readDesignRow } from '../designs.ts'
import { changedMeanwhile, notConfirmable, notEditable, notRecallable } from '../rules/standing-rules.ts'
import { Id, Note, Revision } from '../schema.ts'

export const scopeOf = ({ business }: Pick<Design, 'business'>) => (business === '*' ? {} : { business })

const held = async ({ trx, person }: Context, { designId }: { designId: string }) => ({
  design: await readDesignRow(trx, designId, true),
  me: person.id,
})

/** 提交发布: only what has no errors, with a word on what is new. */
export const submitDesign = action({
  verb: 'processes.design.submit',
  input: Type.Object({ designId: Id, revision: Revision, note: Note }),
  facts: async (context, input) => {
    const { design } = await held(context, input)
    return { design, checked: await checkContent(context.trx, design.kind, design.key, design.content) }
  },
  scope: ({ design }) => scopeOf(design),
  refuse: ({ design, checked }, { revision }) =>
    notEditable(design) ?? changedMeanwhile(design, revision) ?? unsound(checked.findings),
  async handle({ trx, person, now }, { designId, note }) {
    await sql`update design set state = 'submitted', submitted_at = ${now}, submitted_by = ${person.id}, note = ${note},
      answer = null, answered_at = null, answered_by = null where id = ${designId}`.execute(trx)
  },
  audit: ({ designId, note }, _, { design }) => ({
    subject: `design:${designId}`,
    after: { key: design.key, revision: design.revision, note },
  }),
})

/** 撤回提交: by whoever submitted it, to go on drawing. */
export const recallDesign = action({
  verb: 'processes.design.recall',
  input: Type.Object({ designId: Id }),
  facts: held,
  scope: ({ design }) => scopeOf(design),
  refuse: ({ design, me }) => notRecallable(design, me),
  async handle({ trx }, { designId }) {
    await sql`update design set state = 'draft' where id = ${designId}`.execute(trx)
  },
  audit: ({ designId }, _, { design }) => ({ subject: `design:${designId}`, after: { key: design.key } }),
})

/** 退回修改: by the second person, with the reason. */
export const sendBackDesign = action({
  verb: 'processes.design.sendBack',
  input: Type.Object({ designId: Id, reason: Note }),
  facts: held,
  scope: ({ design }) => scopeOf(design),
  refuse: ({ design, me }) => notConfirmable(design, me),
  async handle({ trx, person, now }, { designId, reason }) {
    await sql`update design set state = 'draft', answer = ${reason}, answered_at = ${now}, answered_by = ${person.id}
      where id = ${designId}`.execute(trx)
  },
  audit: ({ designId, reason }, _, { design }) => ({
    subject: `design:${designId}`,
    after: { key: design.key, reason },
  }),
})

/** 作废草稿: nothing that runs is touched. */
export const dropDesign = action({
  verb: 'processes.design.drop',
  input: Type.Object({ designId: Id, revision: Revision }),
  facts: held,
  scope: ({ design }) => scopeOf(design),
  refuse: ({ design }, { revision }) => notEditable(design) ?? changedMeanwhile(design, revision),
  async handle({ trx }, { designId }) {
    await sql`update design set state = 'dropped' where id = ${designId}`.execute(trx)
  },
  audit: ({ designId }, _, { design }) => ({
    subject: `design:${designId}`,
    before: { key: design.key, content: design.content },
  }),
})
