import { sql } from 'kysely'
import type { Day } from '../../calendar/day.ts'
import { later } from '../../db/packets.ts'
import { today } from '../limits.ts'
import type { CaseWork } from '../work.ts'
import { asCells } from './task-cells.ts'

const KEY = sql.raw('role, state, pooled, business, step, town, organisation, lamp, age')

/**
 * Folds what has come and gone into the cells of today; on a new day everything is counted anew, for lamps and ages are other
 * ones. No list says anything else afterwards. One server does it at a time: false where another is at it.
 */
export async function foldTasks({ trx, now }: Pick<CaseWork, 'trx' | 'now'>): Promise<boolean> {
  const day = today(now)
  const { rows } = await sql<{ day: Day | null }>`select day from task_cell_day for update skip locked`.execute(trx)
  if (!rows[0]) return false
  if (rows[0].day === day) await fold(day).execute(trx)
  else {
    await later(trx, sql`select set_config('work_mem', '64MB', true)`)
    await countAnew(day).execute(trx)
    await sql`analyze task_cell`.execute(trx)
    await sql`update task_cell_day set day = ${day}::date`.execute(trx)
  }
  return true
}

// One statement sees one moment: what it takes from the deltas is what it adds to the cells.
const fold = (day: Day) => sql`with t as (delete from task_delta returning *),
    c as (${asCells(sql`t`, day, sql`t.pooled`, sql`t.n`)})
  insert into task_cell (day, ${KEY}, n, opened)
    select ${day}::date, ${KEY}, sum(n), sum(opened) from c group by ${KEY} having sum(n) <> 0 or sum(opened) <> 0
  on conflict (day, ${KEY}) do update set n = task_cell.n + excluded.n, opened = task_cell.opened + excluded.opened`

const countAnew = (day: Day) => sql`with known as (delete from task_delta), old as (delete from task_cell),
    c as (${asCells(sql`task t where t.state in ('open', 'claimed', 'suspended')`, day, sql`t.assignee is null`, sql`1`)})
  insert into task_cell (day, ${KEY}, n, opened) select ${day}::date, ${KEY}, sum(n), sum(opened) from c group by ${KEY}`
