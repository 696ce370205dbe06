import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testFiles } from '../../../testing/act.ts'
import { inRollback } from '../../../testing/harness.ts'
import { resourcesOf } from '../../documents/resources.ts'
import { checkForm } from '../../forms/check-form.ts'
import type { FormDefinition } from '../../forms/definition.ts'
import { drawnOf } from '../../forms/map-value.ts'
import { gaussKrugerInverse, zoneOfEpsg } from '../../geometry/projection/gauss-kruger.ts'
import { county, openSurvey } from '../county.testing.ts'
import { aroundForm } from './form-around.ts'
import { keepFormFiles } from './form-files.ts'

const title = { zh: '证明材料', en: 'Evidence' }
const zone = zoneOfEpsg(4524)!
const form: FormDefinition = {
  key: 'test.around',
  version: 1,
  title,
  fields: [
    { name: 'range', type: 'map', shape: 'polygon', within: 'scope', title },
    { name: 'who', type: 'person', title },
    {
      name: 'files',
      type: 'attachments',
      title,
      kinds: [{ value: 'letter', title: { zh: '介绍信/函', en: 'Letter' } }],
    },
  ],
}
/** A square of so many metres, drawn in degrees. */
const square = (x: number, size: number) => {
  const corners = [
    [0, 0],
    [size, 0],
    [size, size],
    [0, size],
    [0, 0],
  ] as const
  return drawnOf('polygon', [[corners.map(([dx, dy]) => gaussKrugerInverse([x + dx, 3652000 + dy], zone))]])
}

test('What is drawn is held against the scope of its own case, and a person against those who work here', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const scope = [
      [
        [
          [36500000, 3652000],
          [36500100, 3652000],
          [36500100, 3652100],
          [36500000, 3652100],
          [36500000, 3652000],
        ],
      ],
    ] as never
    const { id } = await openSurvey(here, { scope })
    const faults = async (values: Record<string, unknown>) =>
      checkForm(form, values, { writable: 'all' }, await aroundForm(here.as(here.fang), id, form, values)).map(
        ({ code }) => code,
      )
    assert.deepEqual(await faults({ range: square(36500010, 50), who: { id: here.fang.id, name: here.fang.name } }), [])
    assert.deepEqual(await faults({ range: square(36500060, 50) }), ['forms.outside-scope'])
    const nobody = '00000000-0000-4000-8000-000000000000'
    assert.deepEqual(await faults({ who: { id: nobody, name: '无此人' } }), ['forms.unknown-person'])
  }))

test('Files of a submission go into the tree once, by field and kind, at their true size; one that never arrived refuses it', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const work = { ...here.as(here.fang), files: testFiles }
    const { id } = await openSurvey(here)
    const { digest } = await testFiles.put(Buffer.from('letter'))
    const first = { files: [{ digest, name: '介绍信.pdf', size: 1, kind: 'letter' }] }
    await keepFormFiles(work, id, form, {}, first)
    await keepFormFiles(work, id, form, first, first)
    const kept = (await resourcesOf(trx, id)).map(({ folder, title: name, size, mediaType }) => [
      folder,
      name,
      size,
      mediaType,
    ])
    assert.deepEqual(kept, [['证明材料/介绍信 函', '介绍信.pdf', 6, 'application/pdf']])
    const lost = { files: [{ digest: 'f'.repeat(64), name: '遗失.pdf', size: 1, kind: 'letter' }] }
    await assert.rejects(keepFormFiles(work, id, form, {}, lost), /forms.file-lost/)
  }))
