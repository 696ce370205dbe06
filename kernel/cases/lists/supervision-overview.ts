import { sql } from 'kysely'
import type { Lamp } from '../../calendar/clock.ts'
import type { Title } from '../../process/model.ts'
import { newestProcesses } from '../publish-process.ts'
import type { CaseWork } from '../work.ts'
import { AGES, type Age, type WaitingFilter } from './waiting-filter.ts'
import { longestOf, type Sum, sumsOf } from './waiting-sums.ts'

/** How much waits in one group, and for how many days on average. */
export type Waiting = { total: number; red: number; yellow: number; green: number; grey: number; days: number }
type Group = { key: string; name: string | null }

/** `longest`: days the oldest of all has waited. */
export type SupervisionOverview = Waiting & {
  longest: number
  bySteps: (Waiting & { business: string; step: string; title: Title | null })[]
  byAreas: (Waiting & Group)[]
  byOrganisations: (Waiting & Group)[]
  byAges: (Waiting & { age: Age })[]
}

/** Where work waits, by step, area, organisation, lamp and age. */
export async function supervisionOverview(
  work: CaseWork,
  verb: string,
  filter: WaitingFilter = {},
): Promise<SupervisionOverview> {
  const depth = await depthBelow(work, filter.area ?? '')
  const sums = await sumsOf(work, verb, filter, depth)
  const titles = await stepTitles(work)
  const { steps, areas, organisations, ages } = Object.groupBy(sums, ({ by }) => by)
  const oldest = AGES.findLast((_, index) => ages?.some((one) => one.age === index))?.age
  const names = [await areaNames(work, areas), await organisationNames(work, organisations)] as const
  const named = (all: Sum[] = [], known: Map<string, string>) =>
    grouped(work, all, ({ key }) => key ?? '').map(([key, waiting]) => ({
      key,
      name: known.get(key) ?? null,
      ...waiting,
    }))
  return {
    ...waitingOf(work, ages ?? []),
    longest: oldest ? await longestOf(work, verb, filter, oldest) : 0,
    bySteps: grouped(work, steps ?? [], ({ business, step }) => `${business}/${step}`).map(
      ([key, waiting, { business, step }]) => ({
        ...{ business: business!, step: step!, title: titles.get(key) ?? null },
        ...waiting,
      }),
    ),
    byAreas: named(areas, names[0]),
    byOrganisations: named(organisations, names[1]),
    byAges: AGES.map(({ age }, index) => ({
      age,
      ...waitingOf(
        work,
        (ages ?? []).filter((one) => one.age === index),
      ),
    })),
  }
}

const grouped = (work: CaseWork, sums: Sum[], by: (sum: Sum) => string): [string, Waiting, Sum][] =>
  [...Map.groupBy(sums, by)]
    .map(([key, own]): [string, Waiting, Sum] => [key, waitingOf(work, own), own[0]!])
    .toSorted((a, b) => b[1].total - a[1].total)

function waitingOf({ now }: CaseWork, sums: Sum[]): Waiting {
  const of = (lamp?: Lamp) => sums.reduce((all, one) => all + (lamp === undefined || one.lamp === lamp ? one.n : 0), 0)
  const total = of()
  const opened = sums.reduce((all, one) => all + one.opened, 0)
  const days = total === 0 ? 0 : (now.getTime() / 1000 - opened / total) / 86_400
  return { total, red: of('red'), yellow: of('yellow'), green: of('green'), grey: of('grey'), days }
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

/** By «business/step», as the newest version calls them. */
async function stepTitles({ trx }: CaseWork): Promise<Map<string, Title>> {
  const processes = await newestProcesses(trx)
  return new Map(
    processes.flatMap(({ business, steps }) =>
      steps.map(({ id, title }): [string, Title] => [`${business}/${id}`, title]),
    ),
  )
}

async function areaNames({ trx }: CaseWork, sums: Sum[] = []): Promise<Map<string, string>> {
  const codes = sums.map(({ key }) => key)
  const { rows } = await sql<{
    code: string
    name: string
  }>`select code, name from area where code = any(${codes}::text[])`.execute(trx)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

async function organisationNames({ trx }: CaseWork, sums: Sum[] = []): Promise<Map<string, string>> {
  const ids = sums.flatMap(({ key }) => key ?? [])
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, name from organisation where id = any(${ids}::uuid[])`.execute(trx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
