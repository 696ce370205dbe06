import { Type } from '@sinclair/typebox'
import { countBox, worklist as readWorklist } from '../../../kernel/cases/worklist.ts'
import { query } from '../../../kernel/http/action.ts'
import { After, AreaCode, Code, Limit, Text } from '../schema.ts'

const filter = {
  business: Code,
  step: Code,
  area: AreaCode,
  text: Text,
  lamp: Type.Optional(
    Type.Union([Type.Literal('red'), Type.Literal('yellow'), Type.Literal('green'), Type.Literal('grey')]),
  ),
}

/** 待办 在办 已办 挂起箱 of the reader: {items, next}. */
export const worklist = query({
  name: 'casework.worklist',
  input: Type.Object({
    box: Type.Union([Type.Literal('todo'), Type.Literal('doing'), Type.Literal('done'), Type.Literal('suspended')]),
    ...filter,
    limit: Limit,
    after: After,
  }),
  handle: readWorklist,
})

/** What waits for the reader; `overdue` and `nearlyDue` over to-do and doing together. */
export const worklistCounts = query({
  name: 'casework.worklist.counts',
  input: Type.Object(filter),
  handle: async (context, wanted) => {
    const todo = await countBox(context, 'todo', wanted)
    const doing = await countBox(context, 'doing', wanted)
    return {
      todo: todo.total,
      doing: doing.total,
      done: (await countBox(context, 'done', wanted)).total,
      suspended: (await countBox(context, 'suspended', wanted)).total,
      overdue: todo.red + doing.red,
      nearlyDue: todo.yellow + doing.yellow,
    }
  },
})
