import { sql } from 'kysely'
import { openCases } from '../../../../kernel/cases/open-case.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { newId } from '../../../../kernel/identity/new-id.ts'
import { startJob } from '../../../../kernel/jobs/start-job.ts'
import { landuseName } from '../../../../kernel/layers/codes/landuse.ts'
import { toMultiPolygon } from '../../../../kernel/layers/feature.ts'
import { publishLanduse } from '../../publish.ts'
import { type Clue, clueStage, updateClues } from './clues.ts'
import type { StageWork } from './stage.ts'

/** 自动立项: one case a clue, numbered, in the pool of its town; clue → range → patch. */
export const openStage = clueStage('open', 'screened', async (work, clues) => {
  const { trx, now, person } = work
  await publishLanduse(trx, now)
  const scopes = await rangesOf(work, clues)
  const names = await areaNames(work, clues)
  const requests = clues.map((clue) => ({
    title:
      `${names.get(clue.area_code) ?? ''}${landuseName(clue.predicted_class ?? '') ?? '变化'} ${clue.number}`.trim(),
    areaCode: clue.area_code,
    scope: scopes.get(clue.id) ?? clue.geometry,
    data: factsOf(clue),
  }))
  const cases = await openCases(
    { trx, person, now, startJob: (job) => startJob(trx, job, person.id, now) },
    'landuse.monitoring',
    requests,
  )
  const values = clues.map(({ id }, i) => ({ id, case_id: cases[i]!.id, case_number: cases[i]!.number }))
  await updateClues(trx, 'opened', { case_id: 'uuid', case_number: 'text' }, values)
  await makePatches(work, clues)
})

/** What conditions and forms of the case see from the start. */
const factsOf = ({ id, number, conclusion, linked_clue, tags, area_ellipsoidal, range_area, facts }: Clue) => ({
  clueId: id,
  clueNumber: number,
  conclusion,
  linked: linked_clue !== null,
  tags,
  area: area_ellipsoidal,
  rangeArea: range_area,
  farmlandArea: facts?.farmlandArea ?? 0,
  basicFarmlandArea: facts?.basicFarmlandArea ?? 0,
  redlineArea: facts?.redlineArea ?? 0,
})

/** «夏家坡村», by area code: what an officer looks for in a list. */
async function areaNames({ trx }: StageWork, clues: Clue[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`select code, name from area
    where code = any(${clues.map((clue) => clue.area_code)}::text[])`.execute(trx)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

async function rangesOf({ trx }: StageWork, clues: Clue[]): Promise<Map<string, MultiPolygon>> {
  const { rows } = await sql<{ clue: string; geom: Uint8Array }>`select clue, ST_AsEWKB(geom) as geom from landuse_range
    where clue = any(${clues.map(({ id }) => id)}::uuid[]) order by clue, ordinal`.execute(trx)
  const scopes = new Map<string, MultiPolygon>()
  for (const { clue, geom } of rows) scopes.set(clue, [...(scopes.get(clue) ?? []), ...toMultiPolygon(geom)])
  return scopes
}

/** Third level: one patch a range, with the class and owner that most of the clue had; the survey divides it further. */
async function makePatches({ trx }: StageWork, clues: Clue[]): Promise<void> {
  const ids = clues.map(({ id }) => id)
  const { rows } = await sql<{
    range: string
  }>`select id as range from landuse_range where clue = any(${ids}::uuid[])`.execute(trx)
  const values = rows.map(({ range }) => ({ id: newId(), range }))
  await sql`insert into landuse_patch (id, range, ordinal, geom, area_ellipsoidal, area_planar, before_class, before_owner)
    select v.id, r.id, 1, r.geom, r.area_ellipsoidal, r.area_planar,
      (select o.key ->> 'DLBM' from landuse_overlay o where o.clue = r.clue and o.layer = 'DLTB' order by o.planar desc, o.ordinal limit 1),
      (select o.key ->> 'QSDWDM' from landuse_overlay o where o.clue = r.clue and o.layer = 'DLTB' order by o.planar desc, o.ordinal limit 1)
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v(id uuid, range uuid) join landuse_range r on r.id = v.range`.execute(
    trx,
  )
}
