import { sql } from 'kysely'
import { planarArea } from '../../../../kernel/geometry/measures/planar-area.ts'
import { difference } from '../../../../kernel/geometry/overlay/difference.ts'
import { tabulate } from '../../../../kernel/geometry/overlay/tabulate.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { newId } from '../../../../kernel/identity/new-id.ts'
import { type Feature, toFeature } from '../../../../kernel/layers/feature.ts'
import { layerNamed } from '../../../../kernel/layers/registry.ts'
import { attributeColumns, rowsAt, toHex } from '../../../../kernel/layers/rows.ts'
import { findApprovals, type NamedApproval, settles } from '../../rules/approval.ts'
import { rangesOf } from '../../rules/range.ts'
import { legalAreas } from '../../rules/repair-clue.ts'
import { type AreaRow, screeningFacts } from '../../rules/screening-facts.ts'
import { tagsOf } from '../../rules/tags.ts'
import { approvalLayers, type Dropped } from '../../schema.ts'
import { type Clue, clueStage, updateClues } from './clues.ts'
import type { StageWork } from './stage.ts'

type Ranged = {
  clue: Clue
  ranges: MultiPolygon[]
  values: Record<string, unknown> & { id: string; dropped: Dropped[] }
}

/** 待处理范围生成: what lies outside managed areas and valid approvals, and the facts the screening will ask. */
export const rangeStage = clueStage('range', 'linked', async (work, clues) => {
  const approvals = await approvalsUnder(work, clues)
  const areas = await areaTables(work, clues)
  const ranged = clues.map((clue) => rangeClue(work, clue, approvals.get(clue.id) ?? [], areas.get(clue.id) ?? []))
  await keepRanges(work, ranged)
  const columns = {
    approvals: 'jsonb',
    dropped: 'jsonb',
    facts: 'jsonb',
    tags: 'text[]',
    farmland_area: 'numeric',
    basic_farmland_area: 'numeric',
    redline_area: 'numeric',
    urban_area: 'numeric',
    range_area: 'numeric',
  }
  await updateClues(
    work.trx,
    'ranged',
    columns,
    ranged.map(({ values }) => values),
  )
})

function rangeClue({ batch }: StageWork, clue: Clue, under: NamedApproval[], areas: AreaRow[]): Ranged {
  const shares = tabulate(
    [{ id: 0, geometry: clue.geometry }],
    under.map((approval) => ({ id: approval, geometry: approval.geometry })),
    { kind: 'planar' },
  )
  const found = findApprovals(
    shares.map(({ feature, area }) => ({ ...feature, area })),
    clue,
  )
  const valid = found.filter(({ finding }) => finding.standing === 'valid').map(({ geometry }) => geometry)
  const settled = found.filter((one) => settles(one, found)).map(({ geometry }) => geometry)
  const { ranges, dropped } = rangesOf(clue.geometry, settled, batch.options.parameters)
  const rangeArea = ranges.reduce((sum, range) => sum + legalAreas(range).ellipsoidal, 0)
  const facts = screeningFacts({
    changeKind: clue.change_kind,
    foundOn: clue.found_on,
    linked: clue.linked_clue !== null,
    repaired: clue.repaired,
    repairReverted: clue.repair_reverted,
    ellipsoidal: clue.area_ellipsoidal,
    planar: clue.area_planar,
    areas,
    approvals: found.map(({ finding }) => finding),
    approvedArea: coveredArea(clue.geometry, valid),
    settledArea: coveredArea(clue.geometry, settled),
    rangeArea: Math.round(rangeArea * 100) / 100,
  })
  const urban = areas.filter(({ layer, covered }) => layer === 'CZKFBJ' && covered)
  const values = {
    id: clue.id,
    approvals: found.map(({ finding }) => finding),
    dropped,
    facts,
    tags: tagsOf(facts),
    farmland_area: facts.farmlandArea,
    basic_farmland_area: facts.basicFarmlandArea,
    redline_area: facts.redlineArea,
    urban_area: Math.round(urban.reduce((sum, row) => sum + row.ellipsoidal, 0) * 100) / 100,
    range_area: facts.rangeArea,
  }
  return { clue, ranges, values }
}

/** Planar m² under at least one of them. */
const coveredArea = (clue: MultiPolygon, covers: MultiPolygon[]) =>
  covers.length === 0 ? 0 : planarArea(clue) - planarArea(difference(clue, covers))

type UnderClue = NamedApproval & { clue: string }

/** Approvals as they stood at the instant of the base map the clue was laid over: one clue, one state of the county. */
async function approvalsUnder(work: StageWork, clues: Clue[]): Promise<Map<string, NamedApproval[]>> {
  const found: UnderClue[] = []
  for (const { asOf, ids } of await instantsOf(work, clues)) {
    for (const name of approvalLayers) found.push(...(await approvalsAt(work, name, asOf, ids)))
  }
  return Map.groupBy(found, ({ clue }) => clue)
}

/** Clues by the instant of their overlay with the base map; a hundred clues have one or two. */
async function instantsOf({ trx }: StageWork, clues: Clue[]): Promise<{ asOf: Date; ids: string[] }[]> {
  const { rows } = await sql<{
    asOf: Date
    ids: string[]
  }>`select as_of as "asOf", array_agg(distinct clue::text) as ids
    from landuse_overlay where layer = 'DLTB' and clue = any(${clues.map(({ id }) => id)}::uuid[])
    group by as_of order by as_of`.execute(trx)
  return rows
}

async function approvalsAt({ trx }: StageWork, name: string, asOf: Date, ids: string[]): Promise<UnderClue[]> {
  const layer = layerNamed(name)
  const { rows } = await sql<{ clue: string; id: number; version: number; geom: Uint8Array }>`
    select c.id as clue, f.id, f.version, ${attributeColumns(layer)}, ST_AsEWKB(f.geom) as geom
    from landuse_clue c join ${rowsAt(layer, asOf)} f on f.geom && c.geom
    where c.id = any(${ids}::uuid[]) order by f.id`.execute(trx)
  return rows.map((row) => {
    const { id, version, attributes, geometry }: Feature = toFeature(layer, row)
    return { clue: row.clue, layer: name, id, version, attributes, geometry }
  })
}

async function areaTables({ trx }: StageWork, clues: Clue[]): Promise<Map<string, AreaRow[]>> {
  const { rows } = await sql<
    AreaRow & { clue: string }
  >`select clue, layer, covered, key, ellipsoidal, planar from landuse_overlay
    where clue = any(${clues.map(({ id }) => id)}::uuid[]) order by layer, ordinal`.execute(trx)
  return Map.groupBy(rows, ({ clue }) => clue)
}

async function keepRanges({ trx }: StageWork, ranged: Ranged[]): Promise<void> {
  const clues = ranged.map(({ clue }) => clue.id)
  await sql`delete from landuse_range where clue = any(${clues}::uuid[])`.execute(trx)
  const rows = ranged.flatMap(({ clue, ranges }) =>
    ranges.map((range, i) => ({
      id: newId(),
      clue: clue.id,
      ordinal: i + 1,
      geom: toHex(range, 4524),
      ...legalAreas(range),
    })),
  )
  await sql`insert into landuse_range (id, clue, ordinal, geom, area_ellipsoidal, area_planar)
    select id, clue, ordinal, geom, ellipsoidal, planar from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as v(id uuid, clue uuid, ordinal int, geom geometry, ellipsoidal numeric, planar numeric)`.execute(trx)
}
