import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../../testing/harness.ts'
import type { Trx } from '../../db/database.ts'
import { Refusal } from '../../problems/problem.ts'
import { compare } from '../compare.ts'
import { featureHistory } from '../history.ts'
import { readFeatures } from '../read-features.ts'
import { at, loadRow, patch, plot } from '../sample-patches.testing.ts'
import { addItems, type NewItem } from './add-items.ts'
import { applyChangeSet } from './apply.ts'
import { checkChangeSet } from './check.ts'
import { createChangeSet } from './create.ts'
import { readChangeSet } from './read.ts'
import { abandonChangeSet, reserveChangeSet } from './reserve.ts'
import { revertChangeSet } from './revert.ts'

const begin = (trx: Trx, title = '变更', minutes = 10, by = 'lin') =>
  createChangeSet(trx, { title, by, now: at(minutes), caseIds: ['case-1'] })

const numbersAt = async (trx: Trx, asOf?: Date) =>
  (await readFeatures(trx, 'DLTB', { asOf })).map((each) => `${each.attributes.TBBH} ${each.attributes.DLBM}`)

const refusedWith = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error))
  assert.equal(error.problem.code, code)
  return true
}

/** Cuts the first patch of the row in two; the second half is built over. */
async function splitFirst(trx: Trx, set: string): Promise<number[]> {
  const [first] = await readFeatures(trx, 'DLTB', { limit: 1 })
  const children: NewItem[] = [
    { ...patch(11, [0, 0, 50, 100]), layer: 'DLTB', kind: 'create', parents: [first!.id] },
    {
      ...patch(12, [50, 0, 100, 100], { DLBM: '0702', DLMC: '农村宅基地' }),
      layer: 'DLTB',
      kind: 'create',
      parents: [first!.id],
    },
  ]
  return addItems(trx, set, [
    { layer: 'DLTB', kind: 'retire', featureId: first!.id, baseVersion: first!.version },
    ...children,
  ])
}

test('a surveyor splits a patch: the map changes at once, the past stays readable, the family is known', () =>
  inRollback(async (trx) => {
    await loadRow(trx, 2)
    const set = await begin(trx)
    const [parent, left, right] = await splitFirst(trx, set)
    assert.deepEqual(await checkChangeSet(trx, set, at(11)), { state: 'checked', problems: [] })
    const applied = await applyChangeSet(trx, set, at(12))
    assert.deepEqual(applied, {
      changeSet: set,
      appliedAt: at(12),
      layers: [{ layer: 'DLTB', created: 2, modified: 0, retired: 1 }],
    })
    assert.deepEqual(await numbersAt(trx), ['0002 0101', '0011 0101', '0012 0702'])
    assert.deepEqual(await numbersAt(trx, at(11)), ['0001 0101', '0002 0101'])
    assert.deepEqual((await featureHistory(trx, 'DLTB', parent!)).children, [left, right])
    const { versions, parents } = await featureHistory(trx, 'DLTB', right!)
    assert.deepEqual(parents, [parent])
    assert.deepEqual(versions[0]!.madeBy, { id: set, title: '变更', by: 'lin', caseIds: ['case-1'] })
    const differences = await compare(trx, 'DLTB', at(1), at(20))
    assert.deepEqual(
      differences.map(({ kind, id }) => [kind, id]),
      [
        ['ended', parent],
        ['appeared', left],
        ['appeared', right],
      ],
    )
    const { items, state } = await readChangeSet(trx, set)
    assert.equal(state, 'applied')
    assert.deepEqual(
      items.map((item) => [item.before?.attributes.TBBH, item.after?.attributes.TBBH]),
      [
        ['0001', undefined],
        [undefined, '0011'],
        [undefined, '0012'],
      ],
    )
  }))

test('a reverting set puts everything back under the old ids, and only once', () =>
  inRollback(async (trx) => {
    await loadRow(trx, 2)
    const before = await readFeatures(trx, 'DLTB')
    const set = await begin(trx)
    await splitFirst(trx, set)
    const second = before[1]!
    await addItems(trx, set, [
      {
        layer: 'DLTB',
        kind: 'modify',
        featureId: second.id,
        baseVersion: 1,
        attributes: { DLBM: '0102', DLMC: '水浇地' },
      },
    ])
    await checkChangeSet(trx, set, at(11))
    await applyChangeSet(trx, set, at(12))
    const revert = await revertChangeSet(trx, set, { by: 'wang', now: at(20), title: '撤销' })
    assert.deepEqual(await checkChangeSet(trx, revert, at(21)), { state: 'checked', problems: [] })
    await applyChangeSet(trx, revert, at(22))
    const after = await readFeatures(trx, 'DLTB')
    assert.deepEqual(
      after.map(({ version: _, ...rest }) => rest),
      before.map(({ version: _, ...rest }) => rest),
    )
    assert.deepEqual(await numbersAt(trx, at(15)), ['0002 0102', '0011 0101', '0012 0702'])
    await assert.rejects(
      revertChangeSet(trx, set, { by: 'wang', now: at(30), title: '再撤' }),
      refusedWith('layers.change-set.reverted-already'),
    )
    const again = await revertChangeSet(trx, revert, { by: 'wang', now: at(40), title: '恢复变更' })
    assert.equal((await checkChangeSet(trx, again, at(41))).state, 'checked')
    await applyChangeSet(trx, again, at(42))
    assert.deepEqual(await numbersAt(trx), ['0002 0102', '0011 0101', '0012 0702'])
  }))

test('a base that moved under a draft is named: which feature, who, when, in which set', () =>
  inRollback(async (trx) => {
    await loadRow(trx, 2)
    const mine = await begin(trx, '我的变更', 10, 'wang')
    const [parent] = await splitFirst(trx, mine)
    await checkChangeSet(trx, mine, at(11))
    const theirs = await begin(trx, '先到的变更', 10, 'lin')
    await addItems(trx, theirs, [
      { layer: 'DLTB', kind: 'modify', featureId: parent!, baseVersion: 1, attributes: { BZ: '改' } },
    ])
    await checkChangeSet(trx, theirs, at(11))
    await applyChangeSet(trx, theirs, at(12))
    await assert.rejects(applyChangeSet(trx, mine, at(13)), (error: unknown) => {
      assert.ok(error instanceof Refusal)
      const { code, status, params } = error.problem
      assert.deepEqual([code, status], ['layers.change-set.moved', 409])
      assert.deepEqual(params, {
        layer: 'DLTB',
        feature: parent,
        title: '先到的变更',
        by: 'lin',
        at: at(12).toISOString(),
        cases: 'case-1',
        conflicts: 1,
      })
      return true
    })
  }))

test('a reserved set keeps others off its features until it is given up', () =>
  inRollback(async (trx) => {
    await loadRow(trx, 2)
    const mine = await begin(trx, '预变更', 10, 'wang')
    const [parent] = await splitFirst(trx, mine)
    await checkChangeSet(trx, mine, at(11))
    await reserveChangeSet(trx, mine, { now: at(12), reason: '等待登簿' })
    const theirs = await begin(trx, '另一案')
    await addItems(trx, theirs, [
      { layer: 'DLTB', kind: 'modify', featureId: parent!, baseVersion: 1, attributes: { BZ: '改' } },
    ])
    const { state, problems } = await checkChangeSet(trx, theirs, at(13))
    assert.equal(state, 'draft')
    assert.deepEqual(
      [problems[0]!.code, problems[0]!.params?.title, problems[0]!.params?.by],
      ['layers.change-set.held', '预变更', 'wang'],
    )
    await abandonChangeSet(trx, mine, { now: at(14) })
    assert.equal((await checkChangeSet(trx, theirs, at(15))).state, 'checked')
    await applyChangeSet(trx, theirs, at(16))
    await assert.rejects(applyChangeSet(trx, mine, at(17)), refusedWith('layers.change-set.state'))
  }))

test('a coverage may not gain a gap, an overlap or a square metre', () =>
  inRollback(async (trx) => {
    await loadRow(trx, 2)
    const [first, second] = await readFeatures(trx, 'DLTB')
    const reshape = async (box: [number, number, number, number], area: number) => {
      const set = await begin(trx)
      const item = { layer: 'DLTB', kind: 'modify', featureId: first!.id, baseVersion: 1 } as const
      await addItems(trx, set, [{ ...item, geometry: plot(...box), attributes: { TBMJ: area } }])
      return (await checkChangeSet(trx, set, at(11))).problems.map((problem) => problem.code)
    }
    assert.deepEqual(await reshape([0, 0, 99, 100], 9900), ['layers.coverage.area', 'layers.coverage.gap'])
    assert.deepEqual(await reshape([0, 0, 101, 100], 10000), ['layers.coverage.outside'])
    assert.deepEqual(await reshape([0, 0, 100, 100], 10000.01), ['layers.coverage.area'])
    assert.deepEqual(await reshape([0, 0, 100.00005, 100], 10000), [])
    const both = await begin(trx)
    await addItems(trx, both, [
      {
        layer: 'DLTB',
        kind: 'modify',
        featureId: first!.id,
        baseVersion: 1,
        geometry: plot(0, 0, 120, 100),
        attributes: { TBMJ: 12000 },
      },
      {
        layer: 'DLTB',
        kind: 'modify',
        featureId: second!.id,
        baseVersion: 1,
        geometry: plot(110, 0, 200, 100),
        attributes: { TBMJ: 8000 },
      },
    ])
    const { problems } = await checkChangeSet(trx, both, at(11))
    assert.deepEqual(
      problems.map(({ code, params }) => [code, params?.area]),
      [['layers.coverage.overlap', 1000]],
    )
  }))

test('bow-ties, taken identifiers, double items and empty sets are refused by name', () =>
  inRollback(async (trx) => {
    await loadRow(trx, 2)
    const [first] = await readFeatures(trx, 'DLTB')
    const set = await begin(trx)
    assert.equal((await checkChangeSet(trx, set, at(11))).problems[0]!.code, 'layers.change-set.empty')
    const modify = { layer: 'DLTB', kind: 'modify', featureId: first!.id, baseVersion: 1 } as const
    const [a, b, c, d] = plot(0, 0, 100, 100)[0]![0]! as [
      [number, number],
      [number, number],
      [number, number],
      [number, number],
    ]
    await addItems(trx, set, [{ ...modify, geometry: [[[a, c, b, d, a]]], attributes: { BSM: '610799200100000002' } }])
    const { problems } = await checkChangeSet(trx, set, at(11))
    assert.deepEqual(
      problems.map((problem) => problem.code),
      ['layers.change-set.identity-taken', 'layers.geometry.invalid'],
    )
    await assert.rejects(addItems(trx, set, [modify]), refusedWith('layers.change-set.feature-twice'))
    await assert.rejects(
      addItems(trx, set, [{ ...modify, attributes: { DLBM: 101 } }]),
      refusedWith('layers.attribute.wrong-type'),
    )
    await assert.rejects(applyChangeSet(trx, set, at(12)), refusedWith('layers.change-set.state'))
    await assert.rejects(
      applyChangeSet(trx, '00000000-0000-7000-8000-000000000000', at(12)),
      refusedWith('layers.change-set.unknown'),
    )
  }))
