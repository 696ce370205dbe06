import { sql } from 'kysely'
import { today } from '../limits.ts'
import { actorOf, type CaseWork } from '../work.ts'
import { cellConditions, cells, cellsKnow } from './task-cells.ts'
import { countTold } from './told-boxes.ts'
import {
  type Box,
  conditions,
  inBox,
  lampSql,
  ownParts,
  partsOf,
  poolsOf,
  type TaskBox,
  type WorklistFilter,
} from './worklist-filter.ts'

/** How many tasks the filter leaves in a box. */
export type BoxCount = { total: number; red: number; yellow: number }

/** Where tasks themselves are counted, counting stops here: nobody works through more, and a million would take long. */
export const MOST_COUNTED = 100_000

/** `red` and `yellow`: overdue and nearly due, of what runs. Pools are counted by their cells, exactly, as long as those know. */
export async function countBox(work: CaseWork, box: Box, filter: WorklistFilter = {}): Promise<BoxCount> {
  if (box === 'circulated' || box === 'supervised')
    return { total: await countTold(work, box, filter), red: 0, yellow: 0 }
  const person = actorOf(work)
  if (!isPooled(box)) return countTasks(work, partsOf(box, person), filter)
  const areas = [filter.area, ...person.rights.map(({ area }) => area)]
  if (!(await cellsKnow(work, today(work.now), areas, filter))) return countTasks(work, partsOf(box, person), filter)
  const [pooled, own] = [await countCells(work, box, filter), await countTasks(work, ownParts(box, person), filter)]
  return { total: pooled.total + own.total, red: pooled.red + own.red, yellow: pooled.yellow + own.yellow }
}

const isPooled = (box: TaskBox): box is 'todo' | 'suspended' => box === 'todo' || box === 'suspended'

const NUMBERS = (n: 'n' | '1') => {
  const sum = (lamp: string) => sql`coalesce(sum(${sql.raw(n)}) filter (where t.lamp = ${sql.lit(lamp)}), 0)::int`
  return sql`coalesce(sum(${sql.raw(n)}), 0)::int as total, ${sum('red')} as red, ${sum('yellow')} as yellow`
}

async function countCells(work: CaseWork, box: 'todo' | 'suspended', filter: WorklistFilter): Promise<BoxCount> {
  const pools = poolsOf(actorOf(work))
  if (pools.length === 0) return { total: 0, red: 0, yellow: 0 }
  const { rows } = await sql<BoxCount>`select ${NUMBERS('n')} from ${cells(today(work.now))} t
    where ${inBox(box)} and t.pooled and (${sql.join(pools, sql` or `)}) and ${cellConditions(filter)}`.execute(
    work.trx,
  )
  return rows[0]!
}

async function countTasks(
  work: CaseWork,
  parts: ReturnType<typeof partsOf>,
  filter: WorklistFilter,
): Promise<BoxCount> {
  const day = today(work.now)
  const where = conditions(filter, day)
  const some = parts.map((part) => sql`(select ${lampSql(day)} as lamp from task t where ${part} and ${where})`)
  const { rows } = await sql<BoxCount>`select ${NUMBERS('1')}
    from (select lamp from (${sql.join(some, sql` union all `)}) t limit ${MOST_COUNTED}) t`.execute(work.trx)
  return rows[0]!
}
