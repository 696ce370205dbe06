import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkForm, type FormStep, mergeValues } from './check-form.ts'
import { withComputed } from './compute.ts'
import type { FormDefinition } from './definition.ts'
import { codesOf } from './dictionary.ts'

const name = (zh: string, en: string) => ({ title: { zh, en } })

const survey: FormDefinition = {
  key: 'test.survey',
  version: 1,
  title: { zh: '调查表', en: 'Survey' },
  fields: [
    {
      name: 'DLBM',
      type: 'code',
      scheme: 'survey3',
      edition: '2019',
      required: true,
      ...name('地类编码', 'Land class'),
    },
    {
      name: 'violation',
      type: 'choice',
      options: [
        { value: 'none', ...name('无', 'None') },
        { value: 'building', ...name('违法建设', 'Unlawful building') },
      ],
      required: true,
      ...name('疑似违法', 'Suspected violation'),
    },
    {
      name: 'reason',
      type: 'multiline',
      maxLength: 20,
      required: true,
      visibleWhen: 'violation = "building"',
      ...name('理由', 'Reason'),
    },
    { name: 'surveyed', type: 'date', notInFuture: true, ...name('调查日期', 'Surveyed on') },
    {
      name: 'patches',
      type: 'table',
      minRows: 1,
      columns: [
        { name: 'area', type: 'number', unit: 'm²', decimals: 2, min: 0, required: true, ...name('面积', 'Area') },
        { name: 'share', type: 'number', ...name('占比', 'Share'), computed: 'area / 2' },
      ],
      ...name('图斑', 'Patches'),
    },
    { name: 'total', type: 'number', unit: 'm²', computed: 'sum(patches.area)', ...name('合计', 'Total') },
    { name: 'photos', type: 'photos', min: 2, ...name('举证照片', 'Evidence photos') },
    { name: 'review', type: 'text', required: true, ...name('审核意见', 'Review') },
  ],
}

const fieldwork: FormStep = { writable: ['DLBM', 'violation', 'reason', 'surveyed', 'patches', 'photos'] }
const around = {
  today: '2026-11-22',
  knowsCode: codesOf([{ scheme: 'survey3', edition: '2019', items: [{ code: '0101', ...name('水田', 'Paddy') }] }]),
}
const complete = { DLBM: '0101', violation: 'none', patches: [{ area: 10.5 }, { area: 4 }], photos: ['a', 'b'] }
const found = (values: Record<string, unknown>) =>
  checkForm(survey, values, fieldwork, around).map((i) => `${i.field} ${i.code}`)

test('The surveyor submits a complete form without the fields of the review', () => {
  assert.deepEqual(found(complete), [])
})

test('The surveyor is told every missing field at once, and none that is hidden', () => {
  assert.deepEqual(found({}), [
    'DLBM forms.required',
    'violation forms.required',
    'patches forms.required',
    'photos forms.too-few-photos',
  ])
})

test('A reason is asked for once the surveyor suspects unlawful building', () => {
  assert.deepEqual(found({ ...complete, violation: 'building' }), ['reason forms.required'])
})

test('A code of another table, a date to come, a bare NaN and a negative area are each named where they stand', () => {
  const wrong = {
    ...complete,
    DLBM: '9999',
    surveyed: '2026-11-23',
    patches: [{ area: Number.NaN }, { area: -1 }, { area: 0.001 }],
  }
  assert.deepEqual(found(wrong), [
    'DLBM forms.unknown-code',
    'surveyed forms.date-in-future',
    'patches[0].area forms.not-a-number',
    'patches[1].area forms.too-small',
    'patches[2].area forms.too-many-decimals',
  ])
  assert.deepEqual(found({ ...complete, surveyed: '2026-02-30' }), ['surveyed forms.not-a-date'])
})

test('A field nobody defined is refused and not dropped', () => {
  assert.deepEqual(found({ ...complete, colour: 'red' }), ['colour forms.unknown-field'])
})

test('The total follows the rows, and a hidden reason is not kept', () => {
  const kept = withComputed(survey, { ...complete, reason: 'typed before the choice was changed' })
  assert.equal(kept.total, 14.5)
  assert.deepEqual(kept.patches, [
    { area: 10.5, share: 5.25 },
    { area: 4, share: 2 },
  ])
  assert.ok(!('reason' in kept))
})

test('The surveyor cannot write the review, the reviewer cannot change the land class', () => {
  const asSurveyor = mergeValues(survey, {}, { ...complete, review: 'fine' }, fieldwork)
  assert.deepEqual(asSurveyor.issues, [{ code: 'forms.read-only', field: 'review' }])
  const asReviewer = mergeValues(
    survey,
    complete,
    { ...complete, DLBM: '0201', review: 'fine' },
    { writable: ['review'] },
  )
  assert.deepEqual(asReviewer.issues, [{ code: 'forms.read-only', field: 'DLBM' }])
  assert.equal(asReviewer.values.DLBM, '0101')
  assert.equal(asReviewer.values.review, 'fine')
})
