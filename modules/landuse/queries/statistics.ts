import { Type } from '@sinclair/typebox'
import { type RawBuilder, sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import { landuseName } from '../../../kernel/layers/codes/landuse.ts'
import { areasOf, inAreas } from './visible.ts'

const name = 'landuse.statistics'

/** Sums of one group; areas are ellipsoidal, m². `key` is an area code, a class, or what has a sentence of its own. */
export type Counted = {
  key: string
  name?: string
  /** clues */
  count: number
  area: number
  ranges: number
  rangeArea: number
  patches: number
  patchArea: number
}

const NONE = 'landuse.statistics.none'

/** What a clue is counted under; a clue withdrawn with its batch is counted only by state. */
const groups: Record<string, RawBuilder<string>> = {
  // A reader of one town or of the county sees towns; villages would be too many for one chart.
  area: sql`left(c.area_code, 9)`,
  class: sql`coalesce(c.predicted_class, ${NONE})`,
  state: sql`'landuse.clueState.' || c.state`,
  conclusion: sql`coalesce('landuse.conclusion.' || c.conclusion, 'landuse.conclusion.none')`,
  month: sql`coalesce(to_char(c.found_on, 'YYYY-MM'), ${NONE})`,
}

/** A patch is counted under the class the survey found, before the survey under that of its clue. */
const patchGroups = { ...groups, class: sql<string>`coalesce(p.class, c.predicted_class, ${NONE})` }

/** 统计: clues, what of them is to be dealt with (ranges) and what was found there (patches), in the reader's areas. */
export const statistics = query({
  name,
  input: Type.Object({
    by: Type.Union(['area', 'class', 'state', 'conclusion', 'month'].map((way) => Type.Literal(way))),
    batchId: Type.Optional(Type.String({ format: 'uuid' })),
    /** prefix of the area code */
    area: Type.Optional(Type.String()),
  }),
  async handle({ trx, person }, { by, batchId, area }) {
    const where = sql`${inAreas(sql`c.area_code`, areasOf(person, name))} and ${inAreas(sql`c.area_code`, [area ?? ''])}
      and (${batchId ?? null}::uuid is null or c.batch = ${batchId ?? null}) and (${by} = 'state' or c.state <> 'withdrawn')`
    const { rows } = await sql<Omit<Counted, 'name'> & { areaName: string | null }>`
      select g.key, a.name as "areaName", sum(g.clues)::int as count, sum(g.area) as area, sum(g.ranges)::int as ranges,
        sum(g.range_area) as "rangeArea", sum(g.patches)::int as patches, sum(g.patch_area) as "patchArea"
      from (
        select ${groups[by]!} as key, 1 as clues, c.area_ellipsoidal as area, 0 as ranges, 0 as range_area, 0 as patches, 0 as patch_area
        from landuse_clue c where ${where}
        union all
        select ${groups[by]!}, 0, 0, 1, r.area_ellipsoidal, 0, 0
        from landuse_clue c join landuse_range r on r.clue = c.id where ${where}
        union all
        select ${patchGroups[by as keyof typeof patchGroups]!}, 0, 0, 0, 0, 1, p.area_ellipsoidal
        from landuse_clue c join landuse_range r on r.clue = c.id join landuse_patch p on p.range = r.id where ${where}
      ) g left join area a on ${by} = 'area' and a.code = g.key
      group by g.key, a.name order by ${by === 'month' ? sql`g.key` : sql`count desc, area desc, g.key`}`.execute(trx)
    return { rows: rows.map(({ areaName, ...row }) => named(row, by === 'class' ? className(row.key) : areaName)) }
  },
})

const named = (row: Omit<Counted, 'name'>, name: string | null): Counted => (name === null ? row : { ...row, name })

const className = (code: string): string | null => {
  const title = landuseName(code)
  return title === undefined ? null : `${code} ${title}`
}
