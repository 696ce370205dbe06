import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { areasFor } from '../../../kernel/identity/can.ts'
import { readFeatures } from '../../../kernel/layers/read-features.ts'
import { layerNamed, layers } from '../../../kernel/layers/registry.ts'
import { invalid, Refusal } from '../../../kernel/problems/problem.ts'
import { readPlace, toDegrees } from '../rules/place.ts'

const MOST_PER_LAYER = 50

/** 穿透查询: what lies at a point, in a box or in a polygon (degrees), through all wanted layers, at any instant. */
export const identify = query({
  name: 'onemap.identify',
  input: Type.Object({
    place: Type.String({ maxLength: 20000 }),
    layers: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 40 })),
    asOf: Type.Optional(Type.String({ format: 'date-time' })),
  }),
  handle: async ({ trx, person }, { place, layers: wanted, asOf }) => {
    const within = readPlace(place)
    if (!within) throw new Refusal(invalid('onemap.identify.place'))
    const found = []
    for (const layer of wanted?.map(layerNamed) ?? layers) {
      const features = await readFeatures(trx, layer.name, {
        within,
        areas: areasFor(person, 'onemap.identify', { layer: layer.name }),
        limit: MOST_PER_LAYER,
        asOf: asOf ? new Date(asOf) : undefined,
      })
      const rows = features.map(({ id, version, attributes, geometry }) => ({
        id,
        version,
        attributes,
        geometry: { type: 'MultiPolygon' as const, coordinates: toDegrees(geometry) },
      }))
      if (rows.length) found.push({ layer: layer.name, title: layer.title, more: rows.length === MOST_PER_LAYER, rows })
    }
    return { found }
  },
})
