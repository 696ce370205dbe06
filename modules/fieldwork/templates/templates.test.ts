import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, ask } from '../../../testing/act.ts'
import { inRollback } from '../../../testing/harness.ts'
import { settle } from '../../../testing/people.ts'
import { publishFieldwork } from '../publish.ts'
import { publishTemplate } from './actions/publish-template.ts'
import { listTemplates, templateVersions } from './queries/list-templates.ts'
import { firstTemplates } from './seeds.ts'
import { templateOfTask } from './store.ts'
import { kindsFor, wantedOf } from './template.ts'

const BUSINESS = 'fieldwork.annualChange'
const [first] = firstTemplates.filter(({ business }) => business === BUSINESS)
const { version: _, ...content } = first!
const codesOf = (DLBM: string | null) => kindsFor(content, DLBM).map(({ code }) => code)

test('buildings are also asked for from inside, fields are not; corners that turn inward add two each, up to four', () => {
  assert.deepEqual(codesOf('0101'), ['far', 'near', 'corner', 'other'])
  assert.deepEqual(codesOf('0702'), ['far', 'near', 'corner', 'other', 'inside'])
  const corner = content.kinds.find(({ code }) => code === 'corner')!
  assert.deepEqual(
    [0, 1, 3, 300].map((corners) => wantedOf(corner, corners)),
    [0, 2, 6, 8],
  )
})

test('A new version counts for tasks opened from then on; those under way keep theirs; the same again is no version', () =>
  inRollback(async (trx) => {
    const before = new Date('2026-11-01T00:00:00Z')
    await publishFieldwork(trx, before)
    const designer = await settle(trx, { name: '韩睿', verbs: ['fieldwork.template.*'] })
    const near = content.kinds.map((kind) => (kind.code === 'near' ? { ...kind, min: 5 } : kind))
    const publish = (kinds = near, from = 1) =>
      act(trx, designer, publishTemplate, { template: { ...content, kinds }, from, note: '近景五张' })
    assert.equal((await publish()).version, 2)
    const minOf = async (at: Date) =>
      (await templateOfTask(trx, BUSINESS, at))!.kinds.find(({ code }) => code === 'near')!.min
    assert.deepEqual([await minOf(new Date('2026-11-02')), await minOf(new Date(Date.now() + 1000))], [3, 5])
    // Older than any template: the program's first one stands for it.
    assert.equal(await minOf(new Date('2020-01-01')), 3)
    await assert.rejects(publish(near, 1), /publish.moved/)
    assert.equal((await publish(near, 2)).version, 2)
    await publishFieldwork(trx, new Date())
    const { rows } = await ask(trx, designer, templateVersions, { business: BUSINESS })
    assert.deepEqual(
      rows.map(({ template, note }) => [template.version, note]),
      [
        [2, '近景五张'],
        [1, null],
      ],
    )
    assert.equal((await ask(trx, designer, listTemplates, {})).rows.length, firstTemplates.length)
  }))

test('A template that nobody could fulfil is refused, and why', () =>
  inRollback(async (trx) => {
    await publishFieldwork(trx, new Date())
    const designer = await settle(trx, { name: '韩睿', verbs: ['fieldwork.template.*'] })
    const refused = (more: object, code: RegExp) =>
      assert.rejects(act(trx, designer, publishTemplate, { template: { ...content, ...more }, from: 1 }), code)
    const [far] = content.kinds
    await refused({ kinds: [far, far] }, /publish.double/)
    await refused({ kinds: [{ ...far!, max: 1 }] }, /publish.range/)
    await refused({ coverage: { seen: 2, gap: 120 } }, /publish.seen/)
    await refused({ coverage: { seen: 0.7, gap: 5 } }, /publish.gap/)
    const rule = { title: { zh: '甲', en: 'A' }, kinds: [far] }
    await refused({ classRules: [{ ...rule, classes: ['99'] }] }, /publish.class/)
    await refused({ business: 'nobody' }, /template.unknown/)
  }))
