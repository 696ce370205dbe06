import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Trx } from '../../kernel/db/database.ts'
import type { DeliveryRow } from '../../kernel/formats/delivery.ts'
import { readDelivery } from '../../kernel/formats/read-delivery.ts'
import { checkCoverage } from '../../kernel/geometry/coverage/check-coverage.ts'
import { boundingBox } from '../../kernel/geometry/measures/bounding-box.ts'
import { ellipsoidalArea } from '../../kernel/geometry/measures/ellipsoidal-area.ts'
import { planarArea } from '../../kernel/geometry/measures/planar-area.ts'
import { pointOnSurface } from '../../kernel/geometry/measures/point-on-surface.ts'
import { tabulate } from '../../kernel/geometry/overlay/tabulate.ts'
import { zoneOfEpsg } from '../../kernel/geometry/projection/gauss-kruger.ts'
import type { MultiPolygon, Position } from '../../kernel/geometry/types.ts'
import { addItems } from '../../kernel/layers/change-sets/add-items.ts'
import { applyChangeSet } from '../../kernel/layers/change-sets/apply.ts'
import { checkChangeSet } from '../../kernel/layers/change-sets/check.ts'
import { createChangeSet } from '../../kernel/layers/change-sets/create.ts'
import type { Feature } from '../../kernel/layers/feature.ts'
import { importLayer } from '../../kernel/layers/import-layer.ts'
import { readFeatures } from '../../kernel/layers/read-features.ts'
import type { AreaRow } from '../../kernel/overlay/area-row.ts'
import { overlay } from '../../kernel/overlay/overlay.ts'
import { itemsOf } from '../../modules/landuse/result/actions/draft-result.ts'
import { baseAround } from '../../modules/landuse/result/base-around.ts'
import { numberingFor } from '../../modules/landuse/result/numbering.ts'
import { draftResult } from '../../modules/landuse/result/rules/draft-result.ts'
import { inRollback, withoutShared } from '../harness.ts'
import { parcels, type Shape, takeIn, totalArea } from './real-input.testing.ts'

const folder = 'ch_huniken'
const skip = withoutShared(`fixtures/parcels/${folder}`)
const zone = zoneOfEpsg(4524)!

/**
 * The commune is carried from the Swiss plane (EPSG:2056) to the central meridian of the house's zone by adding the same metres
 * to every vertex: lengths and areas in the plane stay what the cadastre says, and there the ellipsoidal area is the planar one.
 */
const SHIFT: Position = [36_500_000 - 2_618_000, 3_650_000 - 1_230_000]
const carry = (geometry: MultiPolygon): MultiPolygon =>
  geometry.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Position => [x + SHIFT[0], y + SHIFT[1]])))

/** Land cover (BBArt of DM.01) as classes of the third survey; only kinship between them matters here. */
const CLASSES: Record<string, string> = { 0: '0702', 1: '1006', 10: '0702', 13: '0103', 18: '0204', 27: '0301' }
const OTHER = '1206'

const say = (what: string, found: string) => console.log(`${what.padEnd(20)} ${found}`)

test('parcels of Hüniken measure what the land register says', { skip }, async () => {
  const rows = await read('parcels_liegenschaften_lv95.geojson')
  const shapes = whole(rows)
  const off = shapes.map(({ row, geometry }) => planarArea(geometry) - Number(rows[row - 1]!.attributes.flaechenmass))
  const worst = Math.max(...off.map(Math.abs))
  say('parcels', `${rows.length} in; registered area differs by ${worst.toFixed(3)} m² at most`)
  assert.ok(worst <= 0.51, 'the register rounds to whole square metres')
})

test('land cover of Hüniken adds up to every parcel, and a survey cut into it leaves no gap', { skip }, () =>
  inRollback(async (trx) => {
    const cover = await read('landcover_bodenbedeckung_lv95.geojson')
    await importCover(trx, cover, whole(cover))
    const land = whole(await read('parcels_liegenschaften_lv95.geojson'))
    assertLittleFree(land, whole(cover))
    const rows = await assertParcelsAddUp(trx, land)
    await surveyAt(trx, placeOfMostKinds(land, rows))
  }),
)

async function read(name: string): Promise<DeliveryRow[]> {
  const { rows, crs } = await readDelivery({ name, path: parcels(folder, name) })
  assert.equal(crs.epsg, 2056)
  return rows
}

/** Every row, none of which needs repair. */
function whole(rows: DeliveryRow[]): Shape[] {
  const { accepted } = takeIn(rows, carry)
  assert.equal(accepted.length, rows.length)
  return accepted
}

async function importCover(trx: Trx, rows: DeliveryRow[], shapes: Shape[]): Promise<void> {
  const features = shapes.map(({ row, geometry }) => ({ attributes: attributesOf(row, rows, geometry), geometry }))
  const now = new Date('2025-12-31T16:00:00Z')
  await importLayer(trx, { layer: 'DLTB', title: 'Hüniken', by: 'test', now, features })
}

function attributesOf(row: number, rows: DeliveryRow[], geometry: MultiPolygon) {
  const area = ellipsoidalArea(geometry, zone)
  return {
    BSM: `6107992001${String(row).padStart(8, '0')}`,
    TBBH: String(row).padStart(4, '0'),
    DLBM: CLASSES[String(rows[row - 1]!.attributes.art)] ?? OTHER,
    ...{ QSXZ: '30', QSDWDM: '6107991002010000000', ZLDWDM: '6107991002010000000' },
    ...{ TBMJ: area, KCMJ: 0, TBDLMJ: area },
  }
}

async function assertParcelsAddUp(trx: Trx, land: Shape[]): Promise<AreaRow[]> {
  const begun = performance.now()
  const subjects = land.map(({ row, geometry }) => ({ id: String(row), geometry }))
  const { rows, totals } = await overlay(trx, { subjects, layers: [{ layer: 'DLTB', by: ['DLBM'] }] })
  const seconds = (performance.now() - begun) / 1000
  const sums = new Map<string, number>()
  for (const { subject, planar } of rows) sums.set(subject, (sums.get(subject) ?? 0) + planar)
  for (const { subject, planar } of totals)
    assert.equal(sums.get(subject)!.toFixed(2), planar.toFixed(2), `parcel ${subject}`)
  say('land cover', `${rows.length} rows in ${totals.length} parcels add up to 0.01 m², ${seconds.toFixed(2)} s`)
  return rows
}

/** Before rounding: the two sets of the register stroke an arc differently in places, which no rounding may hide. */
function assertLittleFree(land: Shape[], cover: Shape[]): void {
  const rows = tabulate(
    land.map(({ row, geometry }) => ({ id: row, geometry })),
    cover.map(({ row, geometry }) => ({ id: row, geometry })),
    { kind: 'planar' },
  )
  const covered = Map.groupBy(rows, ({ subject }) => subject)
  const free = land.map(({ row, geometry }) =>
    (covered.get(row) ?? []).reduce((rest, { area }) => rest - area, planarArea(geometry)),
  )
  const more = free.filter((area) => Math.abs(area) > 0.01)
  const most = Math.max(...free.map(Math.abs))
  say('', `${more.length} parcels with more than 0.01 m² without cover, ${most.toFixed(3)} m² at most`)
  assert.ok(more.length <= 2 && most <= 0.05)
}

function placeOfMostKinds(land: Shape[], rows: AreaRow[]): Position {
  const patches = (shape: Shape) =>
    rows.filter(({ subject }) => subject === String(shape.row)).flatMap(({ features }) => features).length
  const [parcel] = land.toSorted((a, b) => patches(b) - patches(a) || a.row - b.row)
  return pointOnSurface(parcel!.geometry)!
}

/** A surveyed building site: twelve corners, none of them on a border of the land cover. */
function siteAt([x, y]: Position): MultiPolygon {
  const ring = Array.from({ length: 12 }, (_, i): Position => {
    const radius = i % 2 ? 38.2 : 24.7
    const angle = 0.31 + (i * Math.PI) / 6
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })
  return [[[...ring, ring[0]!]]]
}

async function surveyAt(trx: Trx, place: Position): Promise<void> {
  const before = await readFeatures(trx, 'DLTB')
  const site = siteAt(place)
  const base = await baseAround(trx, [site])
  const surveyed = [{ id: 's', caseId: 'c', DLBM: '0601', attributes: {}, geometry: site }]
  const numbering = await numberingFor(trx, base)
  const draft = draftResult(base, surveyed, { year: 2026, changedOn: '2026-11-22', numbering })
  assert.ok(!('problems' in draft), JSON.stringify(draft))
  const now = new Date('2026-11-22T02:00:00Z')
  const id = await createChangeSet(trx, { title: 'Hüniken', caseIds: [], by: 'test', now })
  await addItems(trx, id, itemsOf(draft))
  assert.deepEqual((await checkChangeSet(trx, id, now)).problems, [])
  await applyChangeSet(trx, id, now)
  const counts = `${draft.retired.length} patches end, ${draft.created.length} begin, ${draft.touched.length} gain vertices`
  say(
    'survey',
    `${planarArea(site).toFixed(2)} m² drawn; ${counts}, ${draft.notes.length} small pieces given to neighbours`,
  )
  assertConserved(before, await readFeatures(trx, 'DLTB'))
}

function assertConserved(before: Feature[], after: Feature[]): void {
  const recorded = (features: Feature[]) =>
    features.reduce((sum, { attributes }) => sum + Math.round(Number(attributes.TBMJ) * 100), 0) / 100
  say('areas', `recorded ${recorded(before).toFixed(2)} m² before, ${recorded(after).toFixed(2)} m² after`)
  say('', `drawn ${totalArea(before).toFixed(2)} m² before, ${totalArea(after).toFixed(2)} m² after`)
  assert.equal(recorded(after), recorded(before))
  assert.ok(Math.abs(totalArea(after) - totalArea(before)) <= 0.01)
  assert.deepEqual(
    boundingBox(after.flatMap(({ geometry }) => geometry)),
    boundingBox(before.flatMap(({ geometry }) => geometry)),
  )
  const faults = (features: Feature[]) =>
    checkCoverage(features.map(({ id, geometry }) => ({ id, geometry }))).filter(({ rule }) =>
      /overlap|gap|invalid/.test(rule),
    )
  assert.deepEqual([...faults(before), ...faults(after)], [])
}
