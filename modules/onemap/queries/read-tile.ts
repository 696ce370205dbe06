import { Type } from '@sinclair/typebox'
import { type MadeDownload, query } from '../../../kernel/http/action.ts'
import { areasFor } from '../../../kernel/identity/can.ts'
import { tile } from '../../../kernel/tiles/tile.ts'

/** A vector tile of a layer, now or as it was, with what the reader may see. */
export const readTile = query({
  name: 'onemap.tile',
  path: '/api/onemap/tile/:layer/:z/:x/:y.mvt',
  bytes: true,
  input: Type.Object({
    layer: Type.String({ maxLength: 20 }),
    z: Type.Integer({ minimum: 0, maximum: 22 }),
    x: Type.Integer({ minimum: 0 }),
    y: Type.Integer({ minimum: 0 }),
    asOf: Type.Optional(Type.String({ format: 'date-time' })),
  }),
  handle: async ({ trx, person }, { asOf, ...wanted }): Promise<MadeDownload> => ({
    mediaType: 'application/vnd.mapbox-vector-tile',
    bytes: await tile(trx, {
      ...wanted,
      asOf: asOf ? new Date(asOf) : undefined,
      areas: areasFor(person, 'onemap.tile', { layer: wanted.layer }),
    }),
  }),
})
