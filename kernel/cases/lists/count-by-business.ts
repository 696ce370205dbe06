import { type RawBuilder, sql } from 'kysely'
import { today } from '../limits.ts'
import { actorOf, type CaseWork } from '../work.ts'
import { type BoxCount, MOST_COUNTED } from './count-boxes.ts'
import { cells, cellsKnow, isTown } from './task-cells.ts'
import { inBox, inPool, lampSql, ownParts, type Pool, partsOf, poolsOf } from './worklist-filter.ts'

type Row = BoxCount & { business: string }

/** `countBox` for every business at once: what waits in a person's to-do or doing box, by business. */
export async function countByBusiness(work: CaseWork, box: 'todo' | 'doing'): Promise<Map<string, BoxCount>> {
  const person = actorOf(work)
  if (box === 'doing' || !(await cellsKnow(work, today(work.now), [], {})))
    return summed(await countTasks(work, partsOf(box, person)))
  const { known = [], small = [] } = Object.groupBy(poolsOf(person), ({ area }) => (isTown(area) ? 'known' : 'small'))
  const own = [...ownParts(box, person), ...small.map((pool) => inPool(pool, inBox(box)))]
  return summed([...(await countCells(work, known)), ...(await countTasks(work, own))])
}

const COUNTS = (n: 'n' | '1') => {
  const sum = (lamp: string) => sql`coalesce(sum(${sql.raw(n)}) filter (where t.lamp = ${sql.lit(lamp)}), 0)::int`
  return sql`t.business, coalesce(sum(${sql.raw(n)}), 0)::int as total, ${sum('red')} as red, ${sum('yellow')} as yellow`
}

async function countCells({ trx, now }: CaseWork, pools: Pool[]): Promise<Row[]> {
  if (pools.length === 0) return []
  const { rows } = await sql<Row>`select ${COUNTS('n')} from ${cells(today(now))} t
    where ${inBox('todo')} and t.pooled and (${sql.join(
      pools.map(({ tasks }) => tasks),
      sql` or `,
    )}) group by t.business`.execute(trx)
  return rows
}

async function countTasks({ trx, now }: CaseWork, parts: RawBuilder<boolean>[]): Promise<Row[]> {
  const some = parts.map((part) => sql`(select t.business, ${lampSql(today(now))} as lamp from task t where ${part})`)
  const { rows } = await sql<Row>`select ${COUNTS('1')}
    from (select * from (${sql.join(some, sql` union all `)}) t limit ${MOST_COUNTED}) t group by t.business`.execute(
    trx,
  )
  return rows
}

function summed(rows: Row[]): Map<string, BoxCount> {
  const counts = new Map<string, BoxCount>()
  for (const { business, total, red, yellow } of rows) {
    const before = counts.get(business) ?? { total: 0, red: 0, yellow: 0 }
    counts.set(business, { total: before.total + total, red: before.red + red, yellow: before.yellow + yellow })
  }
  return counts
}
