import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../problems/problem.ts'
import { checkForm, mergeValues } from './check-form.ts'
import { withComputed } from './compute.ts'
import { withDefaults } from './defaults.ts'
import type { FormDefinition } from './definition.ts'
import { codesOf } from './dictionary.ts'
import type { FormStep } from './field-rights.ts'
import { sign } from './signature.ts'

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

const filing: FormDefinition = {
  key: 'test.filing',
  version: 1,
  title: { zh: '立案表', en: 'Filing' },
  sections: [{ name: 'unit', ...name('单位', 'Unit'), visibleWhen: 'applicant = "unit"' }],
  fields: [
    {
      name: 'applicant',
      type: 'choice',
      options: [
        { value: 'unit', ...name('单位', 'Unit') },
        { value: 'person', ...name('个人', 'Person') },
      ],
      required: true,
      default: 'unit',
      ...name('申请人', 'Applicant'),
    },
    {
      name: 'credit',
      type: 'text',
      format: 'creditCode',
      section: 'unit',
      required: true,
      ...name('信用代码', 'Code'),
    },
    { name: 'area', type: 'number', ...name('面积', 'Area') },
    { name: 'reason', type: 'text', requiredWhen: 'area > 100', ...name('理由', 'Reason') },
    { name: 'used', type: 'number', ...name('已用', 'Used') },
    { name: 'received', type: 'date', default: 'today', ...name('收件', 'Received') },
    {
      name: 'files',
      type: 'attachments',
      types: ['pdf'],
      maxBytes: 1000,
      kinds: [{ value: 'map', ...name('图', 'Map'), min: 1 }],
      ...name('附件', 'Files'),
    },
    { name: 'signed', type: 'signature', ...name('签名', 'Signature') },
  ],
  rules: [{ name: 'fits', holds: 'used <= area', message: { zh: '超出', en: 'Too much' }, field: 'used' }],
}
const everything: FormStep = { writable: 'all' }
const codes = (values: Record<string, unknown>, step = everything) =>
  checkForm(filing, values, step, around).map((i) => `${i.field} ${i.code}`)
const file = (more: object) => ({ digest: 'a'.repeat(64), name: 'a.pdf', size: 10, kind: 'map', ...more })
const sound = { applicant: 'person', files: [file({})] }

test('A section that is hidden asks for nothing, and its fields are not kept', () => {
  assert.deepEqual(codes(sound), [])
  assert.deepEqual(codes({ ...sound, applicant: 'unit' }), ['credit forms.required'])
  assert.ok(!('credit' in withComputed(filing, { ...sound, credit: 'typed before' })))
})

test('A reason is asked for above 100, and a rule between two fields is told at its place', () => {
  assert.deepEqual(codes({ ...sound, area: 101 }), ['reason forms.required'])
  assert.deepEqual(codes({ ...sound, area: 5, used: 6 }), ['used forms.rule-broken'])
  assert.deepEqual(codes({ ...sound, used: 6 }), [], 'nothing to compare with yet')
})

test('A step says what is hidden, asked for and written, by field or by section', () => {
  assert.deepEqual(codes({ ...sound, applicant: 'unit' }, { writable: 'all', hidden: ['section:unit'] }), [])
  assert.deepEqual(codes(sound, { writable: ['area'], required: ['area'] }), ['area forms.required'])
  const { issues } = mergeValues(filing, {}, { credit: 'x' }, { writable: ['section:unit'], hidden: ['credit'] })
  assert.deepEqual(issues, [{ code: 'forms.read-only', field: 'credit' }])
})

test('Attachments are held to kinds, types, size and number', () => {
  assert.deepEqual(codes({ applicant: 'person' }), ['files forms.required'])
  const wrong = [{ name: 'a.exe' }, { size: 2000 }, { kind: undefined }, { kind: 'other' }, { digest: 'x' }]
  assert.deepEqual(
    wrong.map((more) => codes({ ...sound, files: [file(more)] })[0]),
    ['file-type', 'file-too-large', 'file-without-kind', 'unknown-choice', 'not-files'].map(
      (code) => `files forms.${code}`,
    ),
  )
})

test('Defaults fill what nobody has touched; what was emptied on purpose stays empty', () => {
  assert.deepEqual(withDefaults(filing, { received: null }, '2026-11-27'), { applicant: 'unit', received: null })
  assert.equal(withDefaults(filing, {}, '2026-11-27').received, '2026-11-27')
})

test('A signature stands for what was filled in: a later step may add, but not change what was signed', () => {
  const stroke = { path: 'M1 1l5 5-2 3', width: 300, height: 120 }
  const lin = { id: 'lin', name: '林志远' }
  const signed = { ...sound, area: 10, signed: sign(filing, { ...sound, area: 10 }, stroke, lin, new Date(0)) }
  assert.deepEqual(codes(signed), [])
  assert.deepEqual(codes({ ...signed, used: 3 }), [])
  assert.deepEqual(codes({ ...signed, area: 11 }), ['signed forms.signature-stale'])
  assert.deepEqual(codes({ ...signed, signed: { ...signed.signed, path: '<script>' } }), ['signed forms.not-signed'])
  assert.deepEqual(mergeValues(filing, {}, signed, everything, 'lin').issues, [])
  assert.deepEqual(mergeValues(filing, {}, signed, everything, 'sun').issues, [
    { code: 'forms.signature-of-another', field: 'signed' },
  ])
  assert.deepEqual(
    mergeValues(filing, signed, signed, everything, 'sun').issues,
    [],
    'Sun passes on what Lin has signed',
  )
})

test('what is no value of its kind is refused by field, whatever it is; a pattern that tries for ever is stopped', () => {
  const odd = JSON.parse('[{"toString":null},[[]],[{}],{"__proto__":{}},true,1e308,"\u202e<b>"]') as unknown[]
  for (const value of odd) {
    const found = checkForm(
      survey,
      { DLBM: value, violation: value, surveyed: value, patches: value, photos: value },
      everything,
      around,
    )
    for (const field of ['DLBM', 'violation', 'surveyed', 'photos'])
      assert.ok(
        found.some((one) => one.field === field),
        `${field} ${JSON.stringify(value)}`,
      )
  }
  const slow = { ...survey, fields: [{ name: 'code', type: 'text' as const, pattern: '(a+)+', ...name('码', 'Code') }] }
  assert.throws(
    () => checkForm(slow, { code: `${'a'.repeat(60)}!` }, everything, around),
    (error) => error instanceof Refusal && error.problem.code === 'kernel.takes-too-long',
  )
})
