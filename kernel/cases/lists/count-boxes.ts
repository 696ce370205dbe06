import { sql } from 'kysely'
import { today } from '../limits.ts'
import { actorOf, type CaseWork } from '../work.ts'
import { saying } from './said.ts'
import { cellConditions, cells, cellsKnow, isTown } from './task-cells.ts'
import { countTold } from './told-boxes.ts'
import {
  allOf,
  type Box,
  conditions,
  inBox,
  inPool,
  isTold,
  lampSql,
  ownParts,
  type Pool,
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
  if (isTold(box)) return { total: await countTold(work, box, filter), red: 0, yellow: 0 }
  const person = actorOf(work)
  if (!isPooled(box)) return countTasks(work, partsOf(box, person), filter)
  if (!(await cellsKnow(work, today(work.now), [filter.area], filter)))
    return countTasks(work, partsOf(box, person), filter)
  const { known = [], small = [] } = Object.groupBy(poolsOf(person), ({ area }) => (isTown(area) ? 'known' : 'small'))
  const own = [...ownParts(box, person), ...small.map((pool) => inPool(pool, inBox(box)))]
  const [pooled, others] = [await countCells(work, box, known, filter), await countTasks(work, own, filter)]
  return {
    total: pooled.total + others.total,
    red: pooled.red + others.red,
    yellow: pooled.yellow + others.yellow,
  }
}

const isPooled = (box: TaskBox): box is 'todo' | 'suspended' => box === 'todo' || box === 'suspended'

const NUMBERS = (n: 'n' | '1') => {
  const sum = (lamp: string) => sql`coalesce(sum(${sql.raw(n)}) filter (where t.lamp = ${sql.lit(lamp)}), 0)::int`
  return sql`coalesce(sum(${sql.raw(n)}), 0)::int as total, ${sum('red')} as red, ${sum('yellow')} as yellow`
}

async function countCells(
  work: CaseWork,
  box: 'todo' | 'suspended',
  pools: Pool[],
  filter: WorklistFilter,
): Promise<BoxCount> {
  if (pools.length === 0) return { total: 0, red: 0, yellow: 0 }
  const { rows } = await sql<BoxCount>`select ${NUMBERS('n')} from ${cells(today(work.now))} t
    where ${inBox(box)} and t.pooled and (${sql.join(
      pools.map(({ tasks }) => tasks),
      sql` or `,
    )}) and ${cellConditions(filter)}`.execute(work.trx)
  return rows[0]!
}

async function countTasks(
  work: CaseWork,
  parts: ReturnType<typeof partsOf>,
  { text, ...filter }: WorklistFilter,
): Promise<BoxCount> {
  const day = today(work.now)
  const where = allOf([conditions(filter, day), await saying(work, 't.case_id', text)])
  const some = parts.map((part) => sql`(select ${lampSql(day)} as lamp from task t where ${part} and ${where})`)
  const { rows } = await sql<BoxCount>`select ${NUMBERS('1')}
    from (select lamp from (${sql.join(some, sql` union all `)}) t limit ${MOST_COUNTED}) t`.execute(work.trx)
  return rows[0]!
}
