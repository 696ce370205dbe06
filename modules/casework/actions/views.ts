import { Type } from '@sinclair/typebox'
import {
  chooseDefaultView,
  readView,
  removeView,
  saveView,
  shareView,
} from '../../../kernel/cases/lists/saved-views.ts'
import { action } from '../../../kernel/http/action.ts'
import { forbidden } from '../../../kernel/problems/problem.ts'
import { Id, ViewName, ViewPage } from '../schema.ts'

/** 我的视图: a list's filters under a name; with `id` one's own view is changed. */
export const saveListView = action({
  verb: 'casework.view.save',
  input: Type.Object({
    id: Type.Optional(Id),
    page: ViewPage,
    name: ViewName,
    input: Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 4000 }), { maxProperties: 30 }),
  }),
  handle: async (context, view) => ({ id: await saveView(context, view) }),
  audit: ({ page, name, input }, { id }) => ({ subject: `view:${id}`, after: { page, name, input } }),
})

/** `viewId` null: the list opens with everything. */
export const chooseView = action({
  verb: 'casework.view.choose',
  input: Type.Object({ page: ViewPage, viewId: Type.Union([Id, Type.Null()]) }),
  handle: (context, { page, viewId }) => chooseDefaultView(context, page, viewId),
  audit: ({ page, viewId }) => ({ subject: `view:${viewId ?? page}`, after: { default: viewId } }),
})

/** With everybody who holds the role; null: with nobody any more. Only whoever made the view may. */
export const shareListView = action({
  verb: 'casework.view.share',
  input: Type.Object({ viewId: Id, role: Type.Union([Type.String({ maxLength: 60 }), Type.Null()]) }),
  facts: async (context, { viewId }) => ({ view: await readView(context, viewId), me: context.person.id }),
  refuse: ({ view, me }) => (view.owner === me ? undefined : forbidden('cases.view.not-yours', { name: view.name })),
  handle: (context, { viewId, role }) => shareView(context, viewId, role),
  audit: ({ viewId, role }, _result, { view }) => ({
    subject: `view:${viewId}`,
    before: { name: view.name, role: view.role },
    after: { role },
  }),
})

export const removeListView = action({
  verb: 'casework.view.remove',
  input: Type.Object({ viewId: Id }),
  facts: async (context, { viewId }) => ({ view: await readView(context, viewId), me: context.person.id }),
  refuse: ({ view, me }) => (view.owner === me ? undefined : forbidden('cases.view.not-yours', { name: view.name })),
  handle: (context, { viewId }) => removeView(context, viewId),
  audit: ({ viewId }, _result, { view }) => ({
    subject: `view:${viewId}`,
    before: { name: view.name, page: view.page },
  }),
})
