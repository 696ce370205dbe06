import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../../kernel/http/action.ts'
import type { FieldTask } from '../lists/task-rows.ts'
import { readTaskRows } from '../lists/task-rows.ts'
import { DISPATCH_TABLES, DispatchFilter, dispatchable } from './dispatch-filter.ts'

export type DispatchRow = Omit<FieldTask, 'range'> & { heldOperations: number }

const SORTS = {
  due: sql`t.due, t.id`,
  '-due': sql`nullif(t.due, 'infinity') desc nulls last, t.id`,
  openedAt: sql`t.opened_at, t.id`,
  '-openedAt': sql`t.opened_at desc, t.id`,
  number: sql`c.number`,
  '-number': sql`c.number desc`,
  areaCode: sql`t.area_code, t.due, t.id`,
  '-areaCode': sql`t.area_code desc, t.due, t.id`,
}

/** Page by page: what waits to be given out, and what became of what was. */
export const listDispatch = query({
  name: 'fieldwork.dispatch.list',
  input: Type.Composite([
    DispatchFilter,
    Type.Object({
      sort: Type.Optional(Type.Union(Object.keys(SORTS).map((one) => Type.Literal(one)))),
      page: Type.Optional(Type.Integer({ minimum: 1 })),
      pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
  ]),
  async handle(context, { sort = 'due', page = 1, pageSize = 50, ...filter }) {
    const where = await dispatchable(context, filter)
    const total = await sql<{ n: number }>`select count(*)::int as n from ${DISPATCH_TABLES} where ${where}`.execute(
      context.trx,
    )
    const order = sql`${SORTS[sort as keyof typeof SORTS]}`
    const offset = (page - 1) * pageSize
    const ids = await sql<{ id: string }>`select t.id from ${DISPATCH_TABLES} where ${where} order by ${order}
      limit ${pageSize} offset ${offset}`.execute(context.trx)
    const wanted = ids.rows.map(({ id }) => id)
    const rows = await readTaskRows(context, sql`t.id = any(${wanted}::uuid[])`, order, pageSize)
    const held = await heldOf(context, wanted)
    return {
      rows: rows.map(({ range: _, ...row }): DispatchRow => ({ ...row, heldOperations: held.get(row.id) ?? 0 })),
      total: total.rows[0]!.n,
    }
  },
})

/** What phones of former holders have sent since and is held for a person to decide. */
async function heldOf({ trx }: Parameters<typeof dispatchable>[0], ids: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; n: number }>`select task_id as id, count(*)::int as n from field_operation
    where task_id = any(${ids}::uuid[]) and status = 'held' and waits_for is null group by task_id`.execute(trx)
  return new Map(rows.map(({ id, n }) => [id, n]))
}
