import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import { defaultParameters } from '../schema.ts'
import { findApprovals, type NamedApproval, settles, standingOf } from './approval.ts'
import { batchArea } from './batch-area.ts'
import { changeKind } from './change-kind.ts'
import { deliveryDigest, rowDigest } from './delivery-digest.ts'
import { linkTo } from './link.ts'
import { periodOf } from './period.ts'
import { rangesOf } from './range.ts'
import { dateOf, readClue } from './read-clue.ts'
import { areaNote, repairClue } from './repair-clue.ts'

const rectangle = (x: number, y: number, width: number, height: number): MultiPolygon => {
  const [west, south] = [36478000 + x, 3650000 + y]
  const [east, north] = [west + width, south + height]
  return [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]] // biome-ignore format: one row
}

test('the words of a delivery say what changes; a class where the words are silent', () => {
  assert.equal(changeKind('新增建筑物', '1202'), 'building')
  assert.equal(changeKind('新增设施大棚', null), 'facility')
  assert.equal(changeKind('推填土', '1206'), 'earthwork')
  assert.equal(changeKind('恢复耕地', '0103'), 'restored')
  assert.equal(changeKind(null, '1003'), 'building')
  assert.equal(changeKind('变化图斑', '0201'), 'planting')
  assert.equal(changeKind(null, '农村宅基地（新建）'), 'building')
  assert.equal(changeKind(null, null), 'unknown')
})

test('dates are read as people write them, and no others', () => {
  assert.equal(dateOf('20260815'), '2026-08-15')
  assert.equal(dateOf('2026/8/5'), '2026-08-05')
  assert.equal(dateOf('2026年8月15日'), '2026-08-15')
  assert.equal(dateOf('2026-08-15 10:30:00'), '2026-08-15')
  assert.equal(dateOf('2026-02'), '2026-02-28')
  assert.equal(dateOf('2026-02-30'), undefined)
  assert.equal(dateOf('三季度'), undefined)
})

const mapping = { number: 'BH', foundOn: 'HSX', predictedClass: 'YPDL', area: 'MJ' }
const read = (attributes: Record<string, string | number | null>) => readClue(attributes, mapping, '2026-11-22')

test('a row without a number or found in the future is rejected with the reason', () => {
  assert.deepEqual(read({ BH: ' ' }), { rejected: { code: 'landuse.row.number-missing', params: { field: 'BH' } } })
  const future = read({ BH: 'A1', HSX: '2026-11-23' })
  assert.deepEqual(future, { rejected: { code: 'landuse.row.date-in-future', params: { date: '2026-11-23', today: '2026-11-22' } } }) // biome-ignore format: one row
})

test('what is odd but usable is kept and said', () => {
  const reading = read({ BH: 'A1', HSX: 'Q3', YPDL: '0699', MJ: 'viel' })
  assert.ok('clue' in reading)
  assert.deepEqual(reading.findings.map(({ code }) => code.slice(12)), ['date-unreadable', 'date-missing', 'class-unknown', 'area-unreadable']) // biome-ignore format: one row
  assert.equal(reading.clue.predictedClass, '0699')
})

test('rows in another order are the same delivery, another coordinate is another', () => {
  const a = rowDigest({ BH: 'A1' }, rectangle(0, 0, 10, 10))
  const b = rowDigest({ BH: 'A2' }, null)
  assert.equal(deliveryDigest([a, b]), deliveryDigest([b, a]))
  assert.notEqual(a, rowDigest({ BH: 'A1' }, rectangle(0, 0, 10, 10.0000001)))
})

test('the area of a batch is the sender’s, else the smallest that holds all rows', () => {
  assert.equal(batchArea(['610799101'], []), '610799101')
  assert.equal(batchArea([''], ['610799101201', '610799102']), '610799')
  assert.equal(batchArea([''], ['610799101201', '610799101202']), '610799101')
  assert.equal(batchArea(['610799101', '610799102'], ['610799']), '610799')
  assert.equal(batchArea([''], ['']), '')
})

test('the period is the quarter the file names, else the last one that ended', () => {
  const now = new Date('2026-01-20T00:00:00Z')
  assert.equal(periodOf('JCTB_610799_2026Q3.zip', now), '2026Q3')
  assert.equal(periodOf('2025年第二季度线索.zip', now), '2025Q2')
  assert.equal(periodOf('clues.zip', now), '2025Q4')
})

test('half of a clue under a surveyed one links them, by the share the rule counts', () => {
  const candidates = [{ id: 's1', area: 1000, common: 60 }, { id: 's2', area: 2000, common: 40 }] // biome-ignore format: one row
  assert.deepEqual(linkTo(100, candidates, defaultParameters), { id: 's1', own: 0.6, other: 0.06 })
  assert.equal(linkTo(100, candidates, { ...defaultParameters, linkDenominator: 'other' }), undefined)
  assert.equal(linkTo(121, candidates, defaultParameters), undefined)
  const inside = [{ id: 's3', area: 40, common: 40 }]
  assert.equal(linkTo(1000, inside, defaultParameters), undefined)
  assert.equal(linkTo(1000, inside, { ...defaultParameters, linkDenominator: 'smaller' })?.id, 's3')
})

test('ranges are the parts outside; slivers are dropped and told', () => {
  const clue = rectangle(0, 0, 100, 100)
  const { ranges, dropped } = rangesOf(clue, [rectangle(0.2, 0, 49.8, 100)], defaultParameters)
  assert.equal(ranges.length, 1)
  assert.deepEqual(dropped, [{ area: 20, width: 0.2 }])
  assert.deepEqual(rangesOf(clue, [], defaultParameters), { ranges: [clue], dropped: [] })
  assert.deepEqual(rangesOf(clue, [rectangle(-1, -1, 102, 102)], defaultParameters).ranges, [])
})

const terms = { layer: 'NZYPW', decidedOn: '2025-03-01', validUntil: null, state: '1' }

test('an approval stands on the day of finding, for what it was given', () => {
  assert.equal(standingOf(terms, 'building', '2026-08-15'), 'valid')
  assert.equal(standingOf(terms, 'building', '2025-02-28'), 'later')
  assert.equal(standingOf(terms, 'facility', '2026-08-15'), 'other-use')
  assert.equal(standingOf({ ...terms, state: '2' }, 'building', '2026-08-15'), 'expired')
  assert.equal(standingOf({ ...terms, state: '4' }, 'building', '2026-08-15'), 'later')
  const temporary = { ...terms, layer: 'LSYD', validUntil: '2026-08-14' }
  assert.equal(standingOf(temporary, 'temporary', '2026-08-15'), 'expired')
  assert.equal(standingOf(temporary, 'temporary', '2026-08-14'), 'valid')
  assert.equal(standingOf({ ...terms, layer: 'ZDPW' }, 'building', '2026-08-15'), 'other-use')
  assert.equal(standingOf({ ...terms, layer: 'ZFAJ' }, 'building', '2026-08-15'), 'enforcement')
})

const approval = (layer: string, id: number, number: string, area: number): NamedApproval & { area: number } => ({
  layer,
  id,
  version: 1,
  attributes: { PZWH: number, XMMC: '', SYDW: '', PZRQ: '2025-03-01', YXQZ: null, PZYT: null, ZT: '1' },
  geometry: rectangle(0, 0, 10, 10),
  area,
})

test('a managed extent that repeats an approval is only as good as the approval', () => {
  const clue = { change_kind: 'building' as const, found_on: '2026-08-15', area_planar: 100 }
  const settled = (...found: (NamedApproval & { area: number })[]) => {
    const all = findApprovals(found, clue)
    return all.filter((one) => settles(one, all)).map(({ finding }) => finding.layer)
  }
  assert.deepEqual(settled(approval('GLFW', 1, 'G1', 100)), ['GLFW'])
  assert.deepEqual(settled(approval('GLFW', 1, 'S1', 100), approval('SSNYDBA', 2, 'S1', 90)), [])
  assert.deepEqual(settled(approval('GLFW', 1, 'N1', 100), approval('NZYPW', 2, 'N1', 90)), ['GLFW', 'NZYPW'])
  assert.deepEqual(settled(approval('NZYPW', 2, 'N1', 0.5)), [], 'a border drawn twice is no approval')
})

test('a repair says what it did and how the area changed; parts are kept and noted', () => {
  const [[ring]] = rectangle(0, 0, 10, 10) as [[[number, number][]]]
  const spiked: MultiPolygon = [[[ring[0]!, ring[1]!, ring[2]!, [36478005, 3650010], [36478005, 3650030], [36478005, 3650010], ring[3]!, ring[0]!]]] // biome-ignore format: one row
  const outcome = repairClue(spiked)
  assert.ok('repairs' in outcome)
  assert.equal(outcome.repairs[0]!.code, 'landuse.repair.spike')
  assert.equal(outcome.repairs[0]!.params?.areaAfter, 100)
  const parts = repairClue([...rectangle(0, 0, 10, 10), ...rectangle(20, 0, 10, 10)])
  assert.ok('notes' in parts)
  assert.deepEqual([parts.repairs.length, parts.notes[0]!.code], [0, 'landuse.repair.multipart'])
  assert.deepEqual(repairClue([]), { rejected: { code: 'landuse.row.empty' } })
})

test('a stated area is believed within 1 m² or 1 %', () => {
  assert.deepEqual(areaNote(1009, 1000), [])
  assert.deepEqual(areaNote(null, 1000), [])
  assert.equal(areaNote(1011, 1000)[0]?.code, 'landuse.row.area-differs')
})
