import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { areasFor } from '../../../kernel/identity/can.ts'
import { compare } from '../../../kernel/layers/compare.ts'
import type { Feature } from '../../../kernel/layers/feature.ts'
import { toDegrees } from '../rules/place.ts'

/** What appeared, ended or changed in a layer between two instants. */
export const compareDates = query({
  name: 'onemap.compare',
  input: Type.Object({
    layer: Type.String({ maxLength: 20 }),
    from: Type.String({ format: 'date-time' }),
    to: Type.String({ format: 'date-time' }),
    after: Type.Optional(Type.Integer()),
  }),
  handle: async ({ trx, person }, { layer, from, to, after }) => {
    const differences = await compare(trx, layer, new Date(from), new Date(to), {
      after,
      limit: 500,
      areas: areasFor(person, 'onemap.compare', { layer }),
    })
    return {
      rows: differences.map((each) => ({
        kind: each.kind,
        id: each.id,
        before: 'before' in each ? shown(each.before) : null,
        after: 'after' in each ? shown(each.after) : null,
      })),
    }
  },
})

const shown = ({ attributes, geometry }: Feature) => ({
  attributes,
  geometry: { type: 'MultiPolygon' as const, coordinates: toDegrees(geometry) },
})
