import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Trx } from '../../kernel/db/database.ts'
import type { Person } from '../../kernel/identity/can.ts'
import { addItems } from '../../kernel/layers/change-sets/add-items.ts'
import { applyChangeSet } from '../../kernel/layers/change-sets/apply.ts'
import { checkChangeSet } from '../../kernel/layers/change-sets/check.ts'
import { createChangeSet } from '../../kernel/layers/change-sets/create.ts'
import { readFeatures } from '../../kernel/layers/read-features.ts'
import { at, loadRow, plot } from '../../kernel/layers/sample-patches.testing.ts'
import { decodeTile } from '../../kernel/tiles/decode-tile.testing.ts'
import { ask } from '../../testing/act.ts'
import { inRollback } from '../../testing/harness.ts'
import { settle } from '../../testing/people.ts'
import { lonLatTileOf } from './place.testing.ts'
import { compareDates } from './queries/compare-dates.ts'
import { featureHistory } from './queries/feature-history.ts'
import { identify } from './queries/identify.ts'
import { listFeatures } from './queries/list-features.ts'
import { listLayers } from './queries/list-layers.ts'
import { readTile } from './queries/read-tile.ts'
import { toDegrees } from './rules/place.ts'

const hasCode = (code: string) => (error: { problem?: { code: string } }) => error.problem?.code === code

/** Three patches in a row: the first in the town 101, the others in 102. Fang looks at the county, Tao at town 102 only. */
async function row(trx: Trx) {
  await loadRow(trx, 3, (k) => ({ ZLDWDM: k === 0 ? '6107991012010000000' : '6107991022010000000' }))
  const ids = (await readFeatures(trx, 'DLTB')).map(({ id }) => id)
  const fang = await settle(trx, { name: '王芳', verbs: ['onemap.*'], area: '610799' })
  const tao = await settle(trx, { name: '周涛', verbs: ['onemap.*'], area: '610799102' })
  const nobody = await settle(trx, { name: '外人', verbs: ['onemap.layers'], area: '610799' })
  return { ids, fang, tao, nobody }
}

type Row = Awaited<ReturnType<typeof row>>
const story = (title: string, tell: (trx: Trx, row: Row) => Promise<void>) =>
  test(title, () => inRollback(async (trx) => tell(trx, await row(trx))))

const numbers = (rows: { attributes: Record<string, unknown> }[]) => rows.map(({ attributes }) => attributes.TBBH)

/** Renumbers a patch at 08:12. */
async function renumber(trx: Trx, id: number, TBBH: string): Promise<void> {
  const set = await createChangeSet(trx, { title: '改号', by: 'lin', now: at(10) })
  await addItems(trx, set, [{ layer: 'DLTB', kind: 'modify', featureId: id, baseVersion: 1, attributes: { TBBH } }])
  await checkChangeSet(trx, set, at(11))
  await applyChangeSet(trx, set, at(12))
}

/** The middle of the k-th patch, and the whole row, in degrees as the page sends them. */
const middle = (k: number) => toDegrees(plot(100 * k + 50, 50, 100 * k + 60, 60))[0]![0]![0]!.join()
const wholeRow = toDegrees(plot(-10, -10, 310, 110))[0]![0]!
  .map((each) => each.join())
  .join(';')

story('the layer tree counts and places what the reader may see', async (trx, { fang, tao }) => {
  const ofDltb = async (person: Person) =>
    (await ask(trx, person, listLayers, {})).rows.find(({ name }) => name === 'DLTB')!
  const whole = await ofDltb(fang)
  assert.equal(whole.count, 3)
  const [west, south, east, north] = whole.box!
  const [x, y] = middle(0).split(',').map(Number) as [number, number]
  assert.ok(west < x && x < east && south < y && y < north)
  const part = await ofDltb(tao)
  assert.equal(part.count, 2)
  assert.ok(part.box![0] > west && part.box![2] === east)
  assert.deepEqual((await ask(trx, fang, listLayers, {})).rows.find(({ name }) => name === 'ZD')?.box, null)
})

story('the layer tree counts again after a change', async (trx, { fang, ids }) => {
  const count = async () => (await ask(trx, fang, listLayers, {})).rows.find(({ name }) => name === 'DLTB')!.count
  assert.equal(await count(), 3)
  const set = await createChangeSet(trx, { title: '合并', by: 'lin', now: at(10) })
  const geometry = plot(0, 0, 200, 100)
  await addItems(trx, set, [
    { layer: 'DLTB', kind: 'modify', featureId: ids[0]!, baseVersion: 1, geometry, attributes: { TBMJ: 20000 } },
    { layer: 'DLTB', kind: 'retire', featureId: ids[1]!, baseVersion: 1 },
  ])
  await checkChangeSet(trx, set, at(11))
  await applyChangeSet(trx, set, at(12))
  assert.equal(await count(), 2)
})

story('Fang asks what lies at a point, in a box and in a polygon', async (trx, { fang }) => {
  const at = async (place: string, layers?: string[]) => (await ask(trx, fang, identify, { place, layers })).found
  const [found, ...others] = await at(middle(1))
  assert.deepEqual([found?.layer, numbers(found!.rows), others], ['DLTB', ['0002'], []])
  assert.deepEqual(numbers((await at(wholeRow))[0]!.rows), ['0001', '0002', '0003'])
  const box = [...wholeRow.split(';')[0]!.split(','), ...wholeRow.split(';')[2]!.split(',')].join()
  assert.equal((await at(box))[0]!.rows.length, 3)
  assert.deepEqual(await at(middle(1), ['ZD']), [])
  assert.deepEqual(await at('100,30'), [])
  await assert.rejects(at(middle(1), ['ZZZ']), hasCode('layers.layer.unknown'))
  for (const place of ['', '1', 'a,b', '1,2,3', '1,2;NaN,4']) {
    await assert.rejects(at(place), hasCode('onemap.identify.place'), place)
  }
})

story('Tao sees town 102 only: in lists, at points, on tiles, in comparisons and histories', async (trx, row) => {
  const { tao, ids } = row
  await renumber(trx, ids[0]!, '0099')
  assert.deepEqual(numbers((await ask(trx, tao, listFeatures, { layer: 'DLTB' })).rows), ['0002', '0003'])
  assert.deepEqual((await ask(trx, tao, listFeatures, { layer: 'DLTB', ids: [ids[0]!] })).rows, [])
  assert.deepEqual((await ask(trx, tao, identify, { place: middle(0) })).found, [])
  const span = { layer: 'DLTB', from: at(5).toISOString(), to: at(20).toISOString() }
  assert.deepEqual((await ask(trx, tao, compareDates, span)).rows, [])
  const history = (id: number) => ask(trx, tao, featureHistory, { layer: 'DLTB', id })
  await assert.rejects(history(ids[0]!), hasCode('onemap.history.unknown'))
  assert.equal((await history(ids[1]!)).versions.length, 1)
  assert.deepEqual(await numbersOnTile(trx, tao), ['0002', '0003'])
})

story('whoever has no right to a question gets no answer, whatever else they may do', async (trx, { nobody, ids }) => {
  const refused = hasCode('kernel.no-right')
  await assert.rejects(ask(trx, nobody, listFeatures, { layer: 'DLTB' }), refused)
  await assert.rejects(ask(trx, nobody, identify, { place: middle(0) }), refused)
  await assert.rejects(ask(trx, nobody, featureHistory, { layer: 'DLTB', id: ids[0]! }), refused)
  await assert.rejects(numbersOnTile(trx, nobody), refused)
})

story('the map as it was: lists, points and tiles at an earlier instant', async (trx, { fang, ids }) => {
  await renumber(trx, ids[1]!, '0099')
  const asOf = at(11).toISOString()
  assert.deepEqual(numbers((await ask(trx, fang, listFeatures, { layer: 'DLTB' })).rows), ['0001', '0099', '0003'])
  assert.deepEqual(numbers((await ask(trx, fang, listFeatures, { layer: 'DLTB', asOf })).rows), [
    '0001',
    '0002',
    '0003',
  ])
  assert.deepEqual(numbers((await ask(trx, fang, identify, { place: middle(1), asOf })).found[0]!.rows), ['0002'])
  assert.deepEqual(await numbersOnTile(trx, fang), ['0001', '0003', '0099'])
  assert.deepEqual(await numbersOnTile(trx, fang, asOf), ['0001', '0002', '0003'])
  const before = at(-1).toISOString()
  assert.deepEqual((await ask(trx, fang, listFeatures, { layer: 'DLTB', asOf: before })).rows, [])
})

story('two dates compared: what changed, with both faces', async (trx, { fang, ids }) => {
  await renumber(trx, ids[1]!, '0099')
  const between = async (from: number, to: number) =>
    (await ask(trx, fang, compareDates, { layer: 'DLTB', from: at(from).toISOString(), to: at(to).toISOString() })).rows
  const [change, ...others] = await between(5, 20)
  assert.deepEqual([change?.kind, change?.id, others.length], ['changed', ids[1], 0])
  assert.deepEqual([change?.before?.attributes.TBBH, change?.after?.attributes.TBBH], ['0002', '0099'])
  assert.deepEqual(await between(13, 20), [])
  assert.deepEqual(
    (await between(-5, 5)).map(({ kind }) => kind),
    ['appeared', 'appeared', 'appeared'],
  )
})

story('a list is read page by page', async (trx, { fang, ids }) => {
  const page = async (after?: number) =>
    (await ask(trx, fang, listFeatures, { layer: 'DLTB', limit: 2, after })).rows.map(({ id }) => id)
  assert.deepEqual(await page(), ids.slice(0, 2))
  assert.deepEqual(await page(ids[1]), ids.slice(2))
  await assert.rejects(ask(trx, fang, listFeatures, { layer: 'ZZZ' }), hasCode('layers.layer.unknown'))
})

async function numbersOnTile(trx: Trx, person: Person, asOf?: string): Promise<unknown[]> {
  const { bytes } = await ask(trx, person, readTile, { layer: 'DLTB', ...lonLatTileOf(middle(1), 15), asOf })
  const [layer] = decodeTile(bytes)
  const key = layer?.keys.indexOf('TBBH') ?? -1
  const numberOf = (tags: number[]) => layer!.values[tags[tags.findIndex((tag, i) => i % 2 === 0 && tag === key) + 1]!]
  return (layer?.features ?? []).map(({ tags }) => numberOf(tags)).toSorted()
}
