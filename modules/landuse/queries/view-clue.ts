import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { query } from '../../../kernel/http/action.ts'
import { toMultiPolygon } from '../../../kernel/layers/feature.ts'
import { forbidden, notFound, Refusal } from '../../../kernel/problems/problem.ts'
import type { ClueTable } from '../tables.ts'
import { type GeoJson, toGeoJson } from './to-degrees.ts'
import { areasOf } from './visible.ts'

type Clue = ClueTable & { batchNumber: string; linkedNumber: string | null; adjustedByName: string | null }

/** One clue with all it rests on: geometry, area table, approvals, repairs, ranges, links, what persons changed. */
export const viewClue = query({
  name: 'landuse.clue.view',
  input: Type.Object({ clueId: Type.String({ format: 'uuid' }) }),
  async handle({ trx, person }, { clueId }) {
    const clue = await readClue(trx, clueId)
    const areas = areasOf(person, 'landuse.clue.view')
    if (!areas.some((area) => clue.area_code.startsWith(area))) {
      throw new Refusal(forbidden('landuse.clue.other-area', { number: clue.number }))
    }
    return {
      ...described(clue),
      geometry: toGeoJson(toMultiPolygon(clue.geom)),
      delivered: clue.geom_before && toGeoJson(toMultiPolygon(clue.geom_before)),
      ...(await parts(trx, clueId)),
    }
  },
})

async function readClue(trx: Trx, id: string): Promise<Clue> {
  const { rows } =
    await sql<Clue>`select c.*, ST_AsEWKB(c.geom) as geom, ST_AsEWKB(c.geom_before) as geom_before, b.number as "batchNumber",
      l.number as "linkedNumber", p.name as "adjustedByName"
    from landuse_clue c join landuse_batch b on b.id = c.batch left join landuse_clue l on l.id = c.linked_clue
      left join person p on p.id = c.adjusted_by
    where c.id = ${id}`.execute(trx)
  if (!rows[0]) throw new Refusal(notFound('landuse.clue.unknown', { id }))
  return rows[0]
}

const described = (clue: Clue) => ({
  id: clue.id,
  number: clue.number,
  sourceNumber: clue.source_number,
  batchId: clue.batch,
  batchNumber: clue.batchNumber,
  row: clue.row,
  source: clue.source,
  beforeOn: clue.before_on,
  foundOn: clue.found_on,
  changeKind: clue.change_kind,
  predictedClass: clue.predicted_class,
  note: clue.note,
  statedArea: clue.stated_area,
  areaCode: clue.area_code,
  state: clue.state,
  areaEllipsoidal: clue.area_ellipsoidal,
  areaPlanar: clue.area_planar,
  tags: clue.tags,
  facts: clue.facts,
  approvals: clue.approvals,
  dropped: clue.dropped,
  conclusion: clue.conclusion,
  automaticConclusion: clue.automatic_conclusion,
  reason: clue.reason,
  decision: clue.decision,
  adjusted: clue.adjusted_at && { at: clue.adjusted_at, by: clue.adjustedByName, reason: clue.adjust_reason },
  link: clue.linked_clue && {
    clueId: clue.linked_clue,
    number: clue.linkedNumber,
    ratioOwn: clue.link_ratio_own,
    ratioOther: clue.link_ratio_other,
  },
  caseId: clue.case_id,
  caseNumber: clue.case_number,
  repairReverted: clue.repair_reverted,
})

type Range = { id: string; ordinal: number; areaEllipsoidal: number; areaPlanar: number; geom: Uint8Array }

type Piece = {
  layer: string
  features: { id: number; key: Record<string, string | number | null> }[]
  ellipsoidal: number
  planar: number
  geom: Uint8Array
}

const withGeometry = <T extends { geom: Uint8Array }>({
  geom,
  ...rest
}: T): Omit<T, 'geom'> & { geometry: GeoJson } => ({
  ...rest,
  geometry: toGeoJson(toMultiPolygon(geom)),
})

async function parts(trx: Trx, clue: string) {
  const overlay = await sql<{
    layer: string
    asOf: Date
    covered: boolean
    key: Record<string, string | number | null>
    ellipsoidal: number
    planar: number
    features: number[]
  }>`select layer, as_of as "asOf", covered, key, ellipsoidal, planar, features from landuse_overlay
    where clue = ${clue} order by layer, ordinal`.execute(trx)
  const pieces =
    await sql<Piece>`select layer, features, ellipsoidal, planar, ST_AsEWKB(geom) as geom from landuse_piece
    where clue = ${clue} order by layer, ordinal`.execute(trx)
  const repairs = await sql<{
    code: string
    params: Record<string, number>
    revertedAt: Date | null
  }>`select code, params,
      reverted_at as "revertedAt" from landuse_repair where clue = ${clue} order by ordinal`.execute(trx)
  const ranges =
    await sql<Range>`select id, ordinal, area_ellipsoidal as "areaEllipsoidal", area_planar as "areaPlanar", ST_AsEWKB(geom) as geom
    from landuse_range where clue = ${clue} order by ordinal`.execute(trx)
  const adjustments = await sql<{
    before: string
    after: string
    reason: string
    by: string
    at: Date
  }>`select a.before, a.after, a.reason,
      p.name as by, a.made_at as at from landuse_adjustment a join person p on p.id = a.made_by where a.clue = ${clue} order by a.made_at`.execute(
    trx,
  )
  return {
    overlay: overlay.rows,
    pieces: pieces.rows.map(withGeometry),
    repairs: repairs.rows,
    ranges: ranges.rows.map(withGeometry),
    adjustments: adjustments.rows,
  }
}
