import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import { tableOf } from '../../../kernel/layers/definition.ts'
import { layers } from '../../../kernel/layers/registry.ts'
import { boundingBoxOfLayer } from '../layer-box.ts'

/** The layer tree: what there is, how it is drawn, how many features it has now and where they lie (degrees). */
export const listLayers = query({
  name: 'onemap.layers',
  input: Type.Object({}),
  handle: async ({ trx }) => {
    const rows = []
    for (const layer of layers) {
      const { rows: counted } = await sql<{
        count: number
      }>`select count(*) as count from ${sql.table(tableOf(layer))} where valid_to is null`.execute(trx)
      const { name, title, group, fields, areaMethod, areaField, numberField, style } = layer
      rows.push({
        name,
        title,
        group,
        fields,
        areaMethod,
        areaField,
        numberField,
        style,
        count: counted[0]!.count,
        box: await boundingBoxOfLayer(trx, layer),
      })
    }
    return { rows }
  },
})
