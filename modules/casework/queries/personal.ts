import { Type } from '@sinclair/typebox'
import { savedViews } from '../../../kernel/cases/lists/saved-views.ts'
import { opinionTemplates as ownTemplates } from '../../../kernel/cases/talk/opinion-templates.ts'
import { query } from '../../../kernel/http/action.ts'
import { ViewPage } from '../schema.ts'

/** The reader's saved views of a list, and those shared with a role of theirs: {rows}. */
export const listViews = query({
  name: 'casework.view.list',
  input: Type.Object({ page: ViewPage }),
  handle: async (context, { page }) => ({ rows: await savedViews(context, page) }),
})

/** 常用意见 of the reader: {rows}. */
export const listTemplates = query({
  name: 'casework.opinionTemplate.list',
  input: Type.Object({}),
  handle: async (context) => ({ rows: await ownTemplates(context) }),
})
