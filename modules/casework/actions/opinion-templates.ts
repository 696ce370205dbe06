import { Type } from '@sinclair/typebox'
import { removeOpinionTemplate, saveOpinionTemplate } from '../../../kernel/cases/talk/opinion-templates.ts'
import { action } from '../../../kernel/http/action.ts'
import { Id, Reason } from '../schema.ts'

/** 常用意见: one's own; with `id` an existing one is changed. */
export const saveTemplate = action({
  verb: 'casework.opinionTemplate.save',
  input: Type.Object({
    id: Type.Optional(Id),
    title: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
    text: Reason,
  }),
  handle: async (context, template) => ({ id: await saveOpinionTemplate(context, template) }),
  audit: ({ title, text }, { id }) => ({ subject: `opinionTemplate:${id}`, after: { title, text } }),
})

export const removeTemplate = action({
  verb: 'casework.opinionTemplate.remove',
  input: Type.Object({ id: Id }),
  handle: (context, { id }) => removeOpinionTemplate(context, id),
  audit: ({ id }) => ({ subject: `opinionTemplate:${id}` }),
})
