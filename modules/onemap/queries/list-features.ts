import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { areasFor } from '../../../kernel/identity/can.ts'
import { readFeatures } from '../../../kernel/layers/read-features.ts'
import { toDegrees } from '../rules/place.ts'

/** One layer's features by identifier, page by page (`after`: the last id seen). */
export const listFeatures = query({
  name: 'onemap.features',
  input: Type.Object({
    layer: Type.String({ maxLength: 20 }),
    ids: Type.Optional(Type.Array(Type.Integer(), { maxItems: 500 })),
    after: Type.Optional(Type.Integer()),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    asOf: Type.Optional(Type.String({ format: 'date-time' })),
  }),
  handle: async ({ trx, person }, { layer, ids, after, limit = 100, asOf }) => {
    const areas = areasFor(person, 'onemap.features', { layer })
    const features = await readFeatures(trx, layer, {
      ids,
      after,
      limit,
      areas,
      asOf: asOf ? new Date(asOf) : undefined,
    })
    return {
      rows: features.map(({ geometry, ...rest }) => ({
        ...rest,
        geometry: { type: 'MultiPolygon' as const, coordinates: toDegrees(geometry) },
      })),
    }
  },
})
