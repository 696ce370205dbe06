import { sql } from 'kysely'
import type { Trx } from '../../../../kernel/db/database.ts'
import type { Context } from '../../../../kernel/http/action.ts'
import { type FieldTask, readTaskRows, visibleTo } from '../lists/task-rows.ts'
import { type Cursor, markOf, readCursor, writeCursor } from './cursor.ts'

/**
 * `isWhole`: a round of everything begins with this page; what is not named in it is not on the list any more. `gone`: ids
 * to be taken off the list. `more`: ask again at once with the cursor. A row may come twice; none is missed.
 */
export type Feed = { cursor: string; isWhole: boolean; more: boolean; tasks: FieldTask[]; gone: string[] }

type Asking = Pick<Context, 'trx' | 'person' | 'now'>

/** What has changed of a person's field tasks since their phone last asked (`cursor` as it was answered then). */
export async function feedOfTasks(asking: Asking, cursor: string | undefined, limit = 1000): Promise<Feed> {
  const { database, oldest } = await standing(asking.trx)
  const mark = markOf(database, asking.person)
  const at = readCursor(mark, cursor)
  const { cursor: reached, ...page } =
    at?.round === 'since'
      ? await pageSince(asking, at, oldest, limit)
      : await pageOfAll(asking, at?.after, at?.next ?? oldest, limit)
  return { ...page, isWhole: at === undefined, cursor: writeCursor(mark, reached) }
}

/** Which database this is, and the oldest transaction that has not ended: everything before it can be seen. */
async function standing(trx: Trx): Promise<{ database: string; oldest: number }> {
  const { rows } = await sql<{
    database: string
    oldest: string
  }>`select (select system_identifier::text from pg_control_system()) || current_database() || current_schema() as database,
      pg_snapshot_xmin(pg_current_snapshot())::text as oldest`.execute(trx)
  return { database: rows[0]!.database, oldest: Number(rows[0]!.oldest) }
}

type Page = { cursor: Cursor; more: boolean; tasks: FieldTask[]; gone: string[] }

async function pageOfAll(asking: Asking, after: string | undefined, next: number, limit: number): Promise<Page> {
  const from = after === undefined ? sql`true` : sql`t.id > ${after}`
  const seen = sql`${visibleTo(asking.person, asking.now)} and ${from}`
  const tasks = await readTaskRows(asking, seen, sql`t.id`, limit)
  const more = tasks.length === limit
  const cursor: Cursor = more
    ? { round: 'whole', next, after: tasks.at(-1)!.id }
    : { round: 'since', floor: next, xid: 0, serial: 0, next: null }
  return { cursor, more, tasks, gone: [] }
}

async function pageSince(
  asking: Asking,
  { floor, xid, serial, next }: Extract<Cursor, { round: 'since' }>,
  oldest: number,
  limit: number,
): Promise<Page> {
  const { rows } = await sql<{ id: string; xid: string; serial: string }>`select task_id as id, xid, serial
    from field_task_change where xid >= ${floor} and (xid, serial) > (${xid}, ${serial})
    order by xid, serial limit ${limit}`.execute(asking.trx)
  const ids = rows.map(({ id }) => id)
  const seen = sql`t.id = any(${ids}::uuid[]) and ${visibleTo(asking.person, asking.now)}`
  const tasks = ids.length === 0 ? [] : await readTaskRows(asking, seen, sql`t.id`, limit)
  const listed = new Set(tasks.map(({ id }) => id))
  const last = rows.at(-1)
  const more = rows.length === limit
  const cursor: Cursor = more
    ? { round: 'since', floor, xid: Number(last!.xid), serial: Number(last!.serial), next: next ?? oldest }
    : { round: 'since', floor: next ?? oldest, xid: 0, serial: 0, next: null }
  return { cursor, more, tasks, gone: ids.filter((id) => !listed.has(id)) }
}
