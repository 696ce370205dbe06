import { sql } from 'kysely'
import type { Lamp } from '../../calendar/clock.ts'
import type { Title } from '../../process/model.ts'
import { today } from '../limits.ts'
import { newestProcesses } from '../publish-process.ts'
import type { CaseWork } from '../work.ts'
import { AGES, type Age, ageSql, type WaitingFilter, waiting } from './waiting-filter.ts'
import { lampSql } from './worklist-filter.ts'

/** How much waits in one group, and for how many days: on average and at most. */
export type Waiting = {
  total: number
  red: number
  yellow: number
  green: number
  grey: number
  days: number
  longest: number
}
type Group = { key: string; name: string | null }

export type SupervisionOverview = Waiting & {
  bySteps: (Waiting & { business: string; step: string; title: Title | null })[]
  byAreas: (Waiting & Group)[]
  byOrganisations: (Waiting & Group)[]
  byAges: (Waiting & { age: Age })[]
}

/** One cell: everything that is the same in business, step, area, organisation, lamp and age. `days`: of all its tasks. */
type Cell = {
  business: string
  step: string
  area: string
  organisation: string | null
  lamp: Lamp
  age: number
  n: number
  days: number
  longest: number
}

/** Where work waits, by step, area, organisation, lamp and age: one pass over what is open, summed up here. */
export async function supervisionOverview(
  work: CaseWork,
  verb: string,
  filter: WaitingFilter = {},
): Promise<SupervisionOverview> {
  const cells = await cellsOf(work, verb, filter)
  const titles = await stepTitles(work)
  const [areas, organisations] = [await areaNames(work, cells), await organisationNames(work, cells)]
  const ages = AGES.toReversed()
  return {
    ...sum(cells),
    bySteps: grouped(cells, ({ business, step }) => `${business}/${step}`).map(([, own]) => {
      const { business, step } = own[0]!
      return { business, step, title: titles.get(`${business}/${step}`) ?? null, ...sum(own) }
    }),
    byAreas: grouped(cells, ({ area }) => area).map(([key, own]) => ({
      key,
      name: areas.get(key) ?? null,
      ...sum(own),
    })),
    byOrganisations: grouped(cells, ({ organisation }) => organisation ?? '').map(([key, own]) => ({
      ...{ key, name: organisations.get(key) ?? null },
      ...sum(own),
    })),
    byAges: ages.map(({ age }, index) => ({ age, ...sum(cells.filter((cell) => cell.age === index)) })).toReversed(),
  }
}

async function cellsOf(work: CaseWork, verb: string, filter: WaitingFilter): Promise<Cell[]> {
  const day = today(work.now)
  const depth = await depthBelow(work, filter.area ?? '')
  const { rows } =
    await sql<Cell>`select business, step, left(area_code, ${depth}) as area, organisation, ${lampSql(day)} as lamp,
      ${ageSql(day)} as age, count(*)::int as n,
      sum(extract(epoch from ${work.now}::timestamptz - opened_at))::float8 / 86400 as days,
      extract(epoch from ${work.now}::timestamptz - min(opened_at))::float8 / 86400 as longest
    from task t where ${waiting(work, verb, filter, day)} group by 1, 2, 3, 4, 5, 6`.execute(work.trx)
  return rows
}

/** Lengths of area codes from the province down to the group (GB/T 2260, GB/T 10114). */
const LEVELS = [2, 4, 6, 9, 12, 15]

/** Areas are told one level below the one asked for, or below the smallest that holds all there are. */
async function depthBelow({ trx }: CaseWork, area: string): Promise<number> {
  const { rows } = await sql<{
    first: string | null
    last: string | null
  }>`select min(code) as first, max(code) as last from area
    where starts_with(code, ${area})`.execute(trx)
  const { first, last } = rows[0]!
  let shared = 0
  if (first && last) while (shared < first.length && first[shared] === last[shared]) shared++
  return LEVELS.find((level) => level > Math.max(shared, area.length)) ?? 19
}

const grouped = (cells: Cell[], by: (cell: Cell) => string): [string, Cell[]][] =>
  [...Map.groupBy(cells, by)].toSorted((a, b) => count(b[1]) - count(a[1]))

const count = (cells: Cell[]) => cells.reduce((total, { n }) => total + n, 0)

function sum(cells: Cell[]): Waiting {
  const total = count(cells)
  const of = (lamp: Lamp) => count(cells.filter((cell) => cell.lamp === lamp))
  const days = cells.reduce((all, cell) => all + cell.days, 0)
  return {
    ...{ total, red: of('red'), yellow: of('yellow'), green: of('green'), grey: of('grey') },
    days: total === 0 ? 0 : days / total,
    longest: Math.max(0, ...cells.map(({ longest }) => longest)),
  }
}

/** By «business/step», as the newest version calls them. */
async function stepTitles({ trx }: CaseWork): Promise<Map<string, Title>> {
  const processes = await newestProcesses(trx)
  return new Map(
    processes.flatMap(({ business, steps }) =>
      steps.map(({ id, title }): [string, Title] => [`${business}/${id}`, title]),
    ),
  )
}

async function areaNames({ trx }: CaseWork, cells: Cell[]): Promise<Map<string, string>> {
  const codes = [...new Set(cells.map(({ area }) => area))]
  const { rows } = await sql<{
    code: string
    name: string
  }>`select code, name from area where code = any(${codes}::text[])`.execute(trx)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

async function organisationNames({ trx }: CaseWork, cells: Cell[]): Promise<Map<string, string>> {
  const ids = [...new Set(cells.flatMap(({ organisation }) => organisation ?? []))]
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, name from organisation where id = any(${ids}::uuid[])`.execute(trx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
