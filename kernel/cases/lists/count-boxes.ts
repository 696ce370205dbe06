import { type RawBuilder, sql } from 'kysely'
import { today } from '../limits.ts'
import { actorOf, type CaseWork } from '../work.ts'
import { countTold } from './told-boxes.ts'
import { type Box, conditions, partsOf, type TaskBox, type WorklistFilter } from './worklist-filter.ts'

/** How many tasks the filter leaves in a box. */
export type BoxCount = { total: number; red: number; yellow: number }

/** Nobody works through more; counting stops here, so that a box of a million answers as fast as one of ten thousand. */
export const MOST_COUNTED = 100_000

/** Counted up to MOST_COUNTED. `red` and `yellow`: overdue and nearly due, of what runs. */
export async function countBox(work: CaseWork, box: Box, filter: WorklistFilter = {}): Promise<BoxCount> {
  if (box === 'circulated' || box === 'supervised')
    return { total: await countTold(work, box, filter), red: 0, yellow: 0 }
  const total = await countTasks(work, box, filter)
  const runs = box === 'todo' || box === 'doing'
  if (!runs || total === 0 || filter.lamp) {
    const own = filter.lamp === 'red' || filter.lamp === 'yellow' ? { [filter.lamp]: total } : {}
    return { total, red: 0, yellow: 0, ...own }
  }
  const red = await countTasks(work, box, { ...filter, lamp: 'red' })
  return { total, red, yellow: await countTasks(work, box, { ...filter, lamp: 'yellow' }) }
}

async function countTasks(work: CaseWork, box: TaskBox, filter: WorklistFilter): Promise<number> {
  const where = conditions(filter, today(work.now))
  const parts = partsOf(box, actorOf(work)).map(
    (part): RawBuilder<unknown> => sql`(select 1 from task t where ${part} and ${where})`,
  )
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from
    (select from (${sql.join(parts, sql` union all `)}) parts limit ${MOST_COUNTED}) counted`.execute(work.trx)
  return rows[0]!.n
}
