import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import { readTaskRows, visibleTo } from '../dispatch/lists/task-rows.ts'

/** Field tasks a person holds, was given, or may take from the pool; the ones to be done first come first. */
export const listFieldTasks = query({
  name: 'fieldwork.task.list',
  input: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })) }),
  async handle({ trx, person, now }, { limit = 200 }) {
    const theirs = sql`t.state <> 'done' and (t.assignee is null or t.assignee = ${person.id}) and ${visibleTo(person, now)}`
    const tasks = await readTaskRows({ trx, person }, theirs, sql`mine desc, t.due, t.id`, limit)
    return { tasks }
  },
})
