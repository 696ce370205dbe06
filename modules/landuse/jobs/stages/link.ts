import { sql } from 'kysely'
import { tabulate } from '../../../../kernel/geometry/overlay/tabulate.ts'
import { toMultiPolygon } from '../../../../kernel/layers/feature.ts'
import { shareLinks, withdrawLinks } from '../../intake/shared-links.ts'
import { type Link, type LinkCandidate, linkTo } from '../../rules/link.ts'
import { type Clue, clueStage, updateClues } from './clues.ts'
import type { StageWork } from './stage.ts'

/** 线索挂接标记: a clue already surveyed this year answers for this one; told to the shared store. */
export const linkStage = clueStage('link', 'overlaid', async (work, clues) => {
  const candidates = await surveyedThisYear(work, clues)
  const linked = clues.map((clue) => ({
    clue,
    link: linkTo(clue.area_planar, candidates.get(clue.id) ?? [], work.batch.options.parameters),
  }))
  const values = linked.map(({ clue, link }) => ({
    id: clue.id,
    linked_clue: link?.id ?? null,
    link_ratio_own: link?.own ?? null,
    link_ratio_other: link?.other ?? null,
  }))
  const columns = { linked_clue: 'uuid', link_ratio_own: 'numeric', link_ratio_other: 'numeric' }
  await updateClues(work.trx, 'linked', columns, values)
  await withdrawLinks(
    work.trx,
    linked.flatMap(({ clue, link }) => (link ? [] : [clue.id])),
    work.now,
  )
  await shareLinks(work.trx, linked.flatMap(sharedLink), work.now)
})

const sharedLink = ({ clue, link }: { clue: Clue; link: Link | undefined }) =>
  link ? [{ clue: clue.id, number: clue.number, linkedClue: link.id, ratioOwn: link.own, ratioOther: link.other }] : []

type SurveyedRow = { clue: string; id: string; area: number; geom: Uint8Array }

/** The year is that of the finding, or of today where no date was delivered. */
async function surveyedThisYear({ trx, now }: StageWork, clues: Clue[]): Promise<Map<string, LinkCandidate[]>> {
  const { rows } = await sql<SurveyedRow>`select c.id as clue, s.id, s.area_planar as area, ST_AsEWKB(s.geom) as geom
    from landuse_clue c join landuse_clue s on s.geom && c.geom and s.surveyed_at is not null and s.id <> c.id
      and extract(year from s.surveyed_at) = extract(year from coalesce(c.found_on, ${now}::date))
    where c.id = any(${clues.map(({ id }) => id)}::uuid[])`.execute(trx)
  const geometries = new Map(clues.map((clue) => [clue.id, clue.geometry]))
  const candidates = rows.map(({ clue, id, area, geom }) => {
    const [row] = tabulate([{ id: clue, geometry: geometries.get(clue)! }], [{ id, geometry: toMultiPolygon(geom) }], {
      kind: 'planar',
    })
    return { clue, id, area, common: row?.area ?? 0 }
  })
  return Map.groupBy(candidates, ({ clue }) => clue)
}
