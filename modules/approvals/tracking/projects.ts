import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Lamp } from '../../../kernel/calendar/clock.ts'
import { lampOf, today } from '../../../kernel/cases/limits.ts'
import { newestProcesses } from '../../../kernel/cases/publish-process.ts'
import { coveredBy, rightsTo, underArea } from '../../../kernel/cases/rights-filter.ts'
import { type Context, query } from '../../../kernel/http/action.ts'
import type { Title } from '../../../kernel/process/model.ts'
import { stageFacts } from '../projects.ts'
import { lifeCycle, type StageStanding } from '../rules/stages.ts'
import { AreaCode } from '../schema.ts'

const VERB = 'approvals.tracking.projects'
const MOST = 100

type Row = {
  project: string
  name: string
  owner: string
  area: string
  caseId: string
  number: string
  business: string
  step: string
  openedAt: Date
  due: string
  warn_from: string
  state: 'open' | 'claimed' | 'suspended'
}
type Waiting = {
  caseId: string
  number: string
  step: string
  stepTitle: Title | null
  /** whole days since the step was reached */
  days: number
  lamp: Lamp
}
export type TrackedProject = {
  code: string
  name: string
  owner: string
  area: string
  stages: StageStanding[]
  waits: Waiting[]
}

/** 重点项目: the projects with an application under way, where each waits and since when; what is due first comes first. */
export const trackingProjects = query({
  name: VERB,
  input: Type.Object({ area: Type.Optional(AreaCode) }),
  handle: async (context, { area }): Promise<{ rows: TrackedProject[] }> => {
    const rows = await waitingRows(context, area)
    const byProject = [...Map.groupBy(rows, ({ project }) => project).entries()].slice(0, MOST)
    const facts = await stageFacts(
      context.trx,
      byProject.map(([code]) => code),
    )
    const titles = await stepTitles(context)
    return {
      rows: byProject.map(([code, own]) => ({
        ...{ code, name: own[0]!.name, owner: own[0]!.owner, area: own[0]!.area },
        stages: lifeCycle(facts.get(code) ?? []),
        waits: oncePerStep(own).map((row) => waitOf(context, row, titles)),
      })),
    }
  },
})

async function waitingRows({ trx, person }: Context, area: string | undefined): Promise<Row[]> {
  const { rows } = await sql<Row>`select j.code as project, j.name, j.owner_name as owner, j.area_code as area,
      c.id as "caseId", c.number, c.business, t.step, t.opened_at as "openedAt", t.due::text, t.warn_from::text, t.state
    from project j join approval_case a on a.project = j.code join case_ c on c.id = a.case_id
      join task t on t.case_id = c.id and t.state in ('open', 'claimed', 'suspended')
    where ${coveredBy(rightsTo(person, VERB), 'c')} and ${area === undefined ? sql`true` : underArea(area, 'j')}
    order by t.due, t.opened_at, j.code limit ${MOST * 5}`.execute(trx)
  return rows
}

/** A step at which several people act (会签) is one place where the case waits: said once, as what is due first. */
function oncePerStep(rows: Row[]): Row[] {
  return [...Map.groupBy(rows, ({ caseId, step }) => `${caseId} ${step}`).values()].map(([first]) => first!)
}

function waitOf({ now }: Context, row: Row, titles: Map<string, Title>): Waiting {
  return {
    ...{ caseId: row.caseId, number: row.number, step: row.step },
    stepTitle: titles.get(`${row.business}/${row.step}`) ?? null,
    days: Math.floor((now.getTime() - row.openedAt.getTime()) / 86_400_000),
    lamp: lampOf(row, today(now)),
  }
}

async function stepTitles({ trx }: Context): Promise<Map<string, Title>> {
  const processes = await newestProcesses(trx)
  return new Map(
    processes.flatMap(({ business, steps }) =>
      steps.map(({ id, title }): [string, Title] => [`${business}/${id}`, title]),
    ),
  )
}
