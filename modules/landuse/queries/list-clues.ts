import { Type } from '@sinclair/typebox'
import { type RawBuilder, sql } from 'kysely'
import type { Box } from '../../../kernel/geometry/types.ts'
import { query } from '../../../kernel/http/action.ts'
import type { ChangeKind, ClueState, Conclusion, Reason } from '../schema.ts'
import { boxInDegrees } from './to-degrees.ts'
import { areasOf, inAreas, pageOf } from './visible.ts'

export type ClueRow = {
  id: string
  number: string
  sourceNumber: string
  batchId: string
  areaCode: string
  townName: string | null
  villageName: string | null
  areaEllipsoidal: number
  areaPlanar: number
  rangeArea: number
  changeKind: ChangeKind
  predictedClass: string | null
  foundOn: string | null
  conclusion: Conclusion | null
  automaticConclusion: Conclusion | null
  reason: Reason | null
  tags: string[]
  farmlandArea: number
  basicFarmlandArea: number
  redlineArea: number
  linkedClue: string | null
  caseId: string | null
  caseNumber: string | null
  state: ClueState
  adjusted: boolean
  /** longitude and latitude */
  box: Box
}

const sorts: Record<string, RawBuilder<unknown>> = {
  number: sql`c.number`,
  areaEllipsoidal: sql`c.area_ellipsoidal`,
  farmlandArea: sql`c.farmland_area`,
  basicFarmlandArea: sql`c.basic_farmland_area`,
  redlineArea: sql`c.redline_area`,
  conclusion: sql`c.conclusion`,
  foundOn: sql`c.found_on`,
  areaCode: sql`c.area_code`,
}

const Input = Type.Object({
  batchId: Type.Optional(Type.String({ format: 'uuid' })),
  conclusion: Type.Optional(Type.String()),
  state: Type.Optional(Type.String()),
  /** prefix of the area code */
  area: Type.Optional(Type.String()),
  tag: Type.Optional(Type.String()),
  text: Type.Optional(Type.String({ maxLength: 100 })),
  /** «farmlandArea» or «-farmlandArea» */
  sort: Type.Optional(Type.String()),
  page: Type.Optional(Type.Integer({ minimum: 1 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
})

/** The clues a person may see, for the screening table and the map beside it. */
export const listClues = query({
  name: 'landuse.clue.list',
  input: Input,
  async handle({ trx, person }, { batchId, conclusion, state, area, tag, text, sort = 'number', page, pageSize }) {
    const equals = (column: RawBuilder<unknown>, value: string | undefined) =>
      value === undefined ? sql`true` : sql`${column} = ${value}`
    const where = sql.join(
      [
        inAreas(sql`c.area_code`, areasOf(person, 'landuse.clue.list')),
        equals(sql`c.batch`, batchId),
        equals(sql`c.conclusion`, conclusion),
        equals(sql`c.state`, state),
        area === undefined ? sql`true` : inAreas(sql`c.area_code`, [area]),
        tag === undefined ? sql`true` : sql`${tag} = any(c.tags)`,
        text === undefined
          ? sql`true`
          : sql`strpos(concat_ws(' ', c.number, c.source_number, c.case_number, c.note), ${text}) > 0`,
      ],
      sql` and `,
    )
    const order = sorts[sort.replace('-', '')] ?? sorts.number!
    const direction = sort.startsWith('-') ? sql`desc nulls last` : sql`asc nulls last`
    const { rows } = await sql<ClueRow>`select ${columns} from landuse_clue c
        left join area t on t.code = left(c.area_code, 9) and t.level = 'town'
        left join area v on v.code = c.area_code and v.level = 'village'
      where ${where} order by ${order} ${direction}, c.number ${pageOf({ page, pageSize })}`.execute(trx)
    const total = await sql<{ total: number }>`select count(*) as total from landuse_clue c where ${where}`.execute(trx)
    return { rows: rows.map((row) => ({ ...row, box: boxInDegrees(row.box) })), total: total.rows[0]!.total }
  },
})

const columns = sql`c.id, c.number, c.source_number as "sourceNumber", c.batch as "batchId", c.area_code as "areaCode", t.name as "townName",
  v.name as "villageName", c.area_ellipsoidal as "areaEllipsoidal", c.area_planar as "areaPlanar", c.range_area as "rangeArea",
  c.change_kind as "changeKind", c.predicted_class as "predictedClass", c.found_on as "foundOn", c.conclusion,
  c.automatic_conclusion as "automaticConclusion", c.reason, c.tags, c.farmland_area as "farmlandArea",
  c.basic_farmland_area as "basicFarmlandArea", c.redline_area as "redlineArea", c.linked_clue as "linkedClue", c.case_id as "caseId",
  c.case_number as "caseNumber", c.state, c.adjusted_at is not null as adjusted,
  jsonb_build_array(ST_XMin(c.geom), ST_YMin(c.geom), ST_XMax(c.geom), ST_YMax(c.geom)) as box`
