import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { conflict } from '../../../kernel/problems/problem.ts'
import { openDelivery } from '../intake/open-delivery.ts'
import { auditOfReceipt, receiveDelivery } from '../intake/receive-delivery.ts'
import { Source } from '../schema.ts'

/** 线索批量上传: takes in a file that has been put into the file store. */
export const uploadBatch = action({
  verb: 'landuse.batch.upload',
  input: Type.Object({
    fileDigest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    fileName: Type.String({ minLength: 1, maxLength: 255 }),
    source: Source,
    period: Type.String({ minLength: 1, maxLength: 40 }),
    declaredEpsg: Type.Optional(Type.Integer()),
    encoding: Type.Optional(Type.String({ maxLength: 20 })),
    layerName: Type.Optional(Type.String({ maxLength: 200 })),
    mapping: Type.Optional(Type.Record(Type.String(), Type.String())),
    /** other systems say so; people at a page need not */
    arrivedBy: Type.Optional(Type.Union([Type.Literal('api'), Type.Literal('command')])),
  }),
  facts: ({ trx, files }, input) => openDelivery(trx, files, input),
  scope: () => ({ business: 'landuse' }),
  refuse: ({ same }) =>
    same &&
    conflict('landuse.batch.upload.same-delivery', {
      number: same.number,
      date: same.madeAt.toISOString().slice(0, 10),
      how: same.how,
    }),
  handle: ({ trx, person, now }, input, opened) =>
    receiveDelivery(trx, input, opened, { person, now, by: input.arrivedBy ?? 'page' }),
  audit: auditOfReceipt,
})
