import { type Static, Type } from '@sinclair/typebox'
import { countBox } from '../../../kernel/cases/lists/count-boxes.ts'
import { savedViews } from '../../../kernel/cases/lists/saved-views.ts'
import { worklist as readWorklist } from '../../../kernel/cases/lists/worklist.ts'
import type { Box } from '../../../kernel/cases/lists/worklist-filter.ts'
import { type Context, query } from '../../../kernel/http/action.ts'
import { readInput } from '../../../kernel/http/read-input.ts'
import { Refusal } from '../../../kernel/problems/problem.ts'
import { After, Limit, listFilter, WorklistBox } from '../schema.ts'

/** 待办 在办 已办 传阅 挂起箱 督办 延期 of the reader: {items, next}. */
export const worklist = query({
  name: 'casework.worklist',
  input: Type.Object({ box: WorklistBox, ...listFilter, limit: Limit, after: After }),
  handle: readWorklist,
})

/** What waits for the reader; `overdue` and `nearlyDue` over to-do and doing together; `circulated`: not yet read. */
export const worklistCounts = query({
  name: 'casework.worklist.counts',
  input: Type.Object(listFilter),
  handle: async (context, wanted) => {
    const count = (box: Box) => countBox(context, box, wanted)
    const [todo, doing] = [await count('todo'), await count('doing')]
    return {
      todo: todo.total,
      doing: doing.total,
      done: (await count('done')).total,
      circulated: (await count('circulated')).total,
      suspended: (await count('suspended')).total,
      supervised: (await count('supervised')).total,
      extensions: (await count('extensions')).total,
      overdue: todo.red + doing.red,
      nearlyDue: todo.yellow + doing.yellow,
    }
  },
})

/** How many each saved view of the worklist leaves: {rows: [{id, count}]}; null where its filters are no longer understood. */
export const viewCounts = query({
  name: 'casework.view.counts',
  input: Type.Object({}),
  handle: async (context) => {
    const rows: { id: string; count: number | null }[] = []
    for (const { id, input } of await savedViews(context, 'worklist'))
      rows.push({ id, count: await countOf(context, input) })
    return { rows }
  },
})

async function countOf(context: Context, input: Record<string, string>): Promise<number | null> {
  try {
    const { box, ...filter } = readInput(worklist, { box: 'todo', ...input }) as WorklistInput
    return (await countBox(context, box, filter)).total
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

type WorklistInput = Static<typeof worklist.input>
