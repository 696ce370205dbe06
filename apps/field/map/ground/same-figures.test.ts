import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { dltb } from '../../../../kernel/layers/definitions/dltb.ts'
import { readFeatures } from '../../../../kernel/layers/read-features.ts'
import { loadRow, plot } from '../../../../kernel/layers/sample-patches.testing.ts'
import { overlay } from '../../../../kernel/overlay/overlay.ts'
import { batchOf } from '../../../../kernel/overlay/overlay-layer.ts'
import { memorySource } from '../../../../modules/fieldwork/packages/rules/reference/read-pages.ts'
import { openReference } from '../../../../modules/fieldwork/packages/rules/reference/read-reference.ts'
import { ReferenceWriter } from '../../../../modules/fieldwork/packages/rules/reference/write-reference.ts'
import { inRollback } from '../../../../testing/harness.ts'
import { tabulateFeatures } from './tabulate-features.ts'

// Function points: SH122
/** Across several patches, beside them, with a hole; off the grid. */
const shapes: MultiPolygon[] = [
  plot(20, 20, 250, 80),
  plot(-50.00003, -20, 420, 130),
  [[...plot(10, 10, 290, 90)[0]!, plot(90, 40, 120, 60)[0]![0]!.toReversed()]],
  plot(1000, 1000, 1010, 1010),
]

test('a phone’s figures are the server’s, to the last hundredth, and add up to the shape', () =>
  inRollback(async (trx) => {
    await loadRow(trx, 4, (k) => ({ DLBM: k % 2 === 0 ? '0101' : '0702', DLMC: k % 2 === 0 ? '水田' : '农村宅基地' }))
    const features = await readFeatures(trx, 'DLTB')
    const writer = new ReferenceWriter('DLTB', dltb.fields)
    for (const feature of features.toReversed()) writer.add(feature)
    const file = await openReference(memorySource(writer.finish()))
    const held = (await file.inBox([0, 0, 1e9, 1e9])).map((feature) => ({ ...feature, layer: 'DLTB' }))
    for (const geometry of shapes) {
      const subject = { id: 'shape', geometry }
      const server = await overlay(trx, { subjects: [subject], layers: [{ layer: 'DLTB', by: ['DLBM'] }] })
      const batch = batchOf([subject])
      const phone = await tabulateFeatures(batch, 'DLTB', held)
      assert.deepEqual(phone, server.rows)
      const sum = phone.reduce((total, { ellipsoidal }) => total + Math.round(ellipsoidal * 100), 0)
      assert.equal(sum, Math.round(batch.totals[0]!.ellipsoidal * 100))
    }
  }))
