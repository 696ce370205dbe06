import { sql } from 'kysely'
import type { Lamp } from '../../calendar/clock.ts'
import type { Title } from '../../process/model.ts'
import { today } from '../limits.ts'
import { processReader } from '../publish-process.ts'
import type { TaskState } from '../tables.ts'
import type { CaseWork } from '../work.ts'
import { type WaitingFilter, waiting } from './waiting-filter.ts'
import { lampSql } from './worklist-filter.ts'
import { type Named, named, placeOf } from './worklist-item.ts'

/** A task that waits, whoever has it. */
export type WaitingTask = {
  id: string
  caseId: string
  number: string
  title: string
  business: string
  step: string
  stepTitle: Title
  /** of a step gone once for each of a list: which of it */
  item: string | null
  areaCode: string
  areaName: string
  organisationName: string | null
  state: TaskState
  /** null while it lies in a pool */
  assignee: Named | null
  openedAt: Date
  due: string | null
  lamp: Lamp
  /** is somebody watching over the case (督办) */
  isSupervised: boolean
}

type Row = Omit<WaitingTask, 'stepTitle' | 'due'> & { due: string; process: string; processVersion: number }

/** What waits within the acting person's rights to `verb`, the most urgent first. */
export async function waitingTasks(
  work: CaseWork,
  verb: string,
  { limit: asked = 50, after, ...filter }: WaitingFilter & { limit?: number; after?: string },
): Promise<{ items: WaitingTask[]; next: string | null }> {
  const limit = Math.min(asked, 200)
  const day = today(work.now)
  const [place, id] = after === undefined ? [] : placeOf(after)
  const behind = place === undefined ? sql`true` : sql`(t.due, t.id) > (${place}::date, ${id}::uuid)`
  const where = await waiting(work, verb, filter, day)
  const { rows } = await sql<Row>`with t as materialized (select t.* from task t where ${where} and ${behind}
      order by t.due, t.id limit ${limit + 1})
    select t.id, t.case_id as "caseId", c.number, c.title, t.business, t.step, t.item, t.area_code as "areaCode",
      coalesce(a.name, t.area_code) as "areaName", o.name as "organisationName", t.state, ${named('p')} as assignee,
      t.opened_at as "openedAt", t.due, ${lampSql(day)} as lamp, c.process, c.process_version as "processVersion",
      exists (select from supervision s where s.case_id = t.case_id and s.ended_at is null) as "isSupervised"
    from t join case_ c on c.id = t.case_id left join person p on p.id = t.assignee left join area a on a.code = t.area_code
    left join organisation o on o.id = t.organisation order by t.due, t.id`.execute(work.trx)
  const processOf = processReader(work.trx)
  const items: WaitingTask[] = []
  for (const { process, processVersion, due, ...row } of rows.slice(0, limit)) {
    const { steps } = await processOf(process, processVersion)
    const stepTitle = steps.find((step) => step.id === row.step)?.title ?? { zh: row.step, en: row.step }
    items.push({ ...row, stepTitle, due: due === 'infinity' ? null : due })
  }
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items, next: last ? `${last.due}~${last.id}` : null }
}
