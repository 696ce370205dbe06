import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { areasFor } from '../../../kernel/identity/can.ts'
import { layers } from '../../../kernel/layers/registry.ts'
import { extentsOfLayers } from '../layer-extent.ts'

/** The layer tree: what there is, how it is drawn, how many features the reader may see now and where they lie (degrees). */
export const listLayers = query({
  name: 'onemap.layers',
  input: Type.Object({}),
  handle: async ({ trx, person }) => {
    const extents = await extentsOfLayers(trx, areasFor(person, 'onemap.layers'))
    const rows = layers.map(({ name, title, group, fields, areaMethod, areaField, numberField, style }) => {
      const { count, box } = extents.get(name)!
      return { name, title, group, fields, areaMethod, areaField, numberField, style, count, box }
    })
    return { rows }
  },
})
