import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { areasFor } from '../../../kernel/identity/can.ts'
import { layers } from '../../../kernel/layers/registry.ts'
import { extentsOfLayers } from '../layer-extent.ts'

/** The layer tree: what there is, how it is drawn, of what the reader may see: how many features now and where they lie (degrees). */
export const listLayers = query({
  name: 'onemap.layers',
  input: Type.Object({}),
  handle: async ({ trx, person }) => {
    const extents = await extentsOfLayers(trx, areasFor(person, 'onemap.layers'))
    const granted = layers.filter(({ name }) => areasFor(person, 'onemap.layers', { layer: name }).length > 0)
    const rows = granted.map(({ name, title, group, fields, areaMethod, areaField, numberField, style }) => {
      const { count, box } = extents.get(name)!
      return { name, title, group, fields, areaMethod, areaField, numberField, style, count, box }
    })
    return { rows }
  },
})
