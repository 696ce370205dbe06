import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { addDraft, changeDraft, dropDraft, readDraft } from '../drafts.ts'
import { Id, ItemCode } from '../schema.ts'

/** Keeps what is typed into a filing so far, unchecked; answers with the revision the next save must name. */
export const saveFilingDraft = action({
  verb: 'approvals.draft.save',
  input: Type.Object({
    id: Type.Optional(Id),
    item: ItemCode,
    content: Type.Record(Type.String(), Type.Unknown()),
    revision: Type.Optional(Type.Integer({ minimum: 0 })),
  }),
  handle: ({ trx, person, now }, { id, item, content, revision = 0 }) =>
    id === undefined
      ? addDraft(trx, { item, content }, person.id, now)
      : changeDraft(trx, { id, content, revision }, person.id, now),
  audit: ({ item }, { id }) => ({ subject: `draft:${id}`, after: { item } }),
})

export const dropFilingDraft = action({
  verb: 'approvals.draft.drop',
  input: Type.Object({ id: Id }),
  facts: ({ trx, person }, { id }) => readDraft(trx, person.id, id),
  handle: ({ trx, person }, { id }) => dropDraft(trx, person.id, id),
  audit: ({ id }, _result, { item }) => ({ subject: `draft:${id}`, before: { item } }),
})
