import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { areasFor } from '../../../kernel/identity/can.ts'
import { featureHistory as readHistory } from '../../../kernel/layers/history.ts'
import { countFeatures } from '../../../kernel/layers/read-features.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'

/** Every version of one feature, with the change set and the cases that made it. */
export const featureHistory = query({
  name: 'onemap.history',
  input: Type.Object({ layer: Type.String({ maxLength: 20 }), id: Type.Integer() }),
  handle: async ({ trx, person }, { layer, id }) => {
    const history = await readHistory(trx, layer, id)
    const last = history.versions.at(-1)
    const visible =
      last &&
      (await countFeatures(trx, layer, {
        ids: [id],
        areas: areasFor(person, 'onemap.history', { layer }),
        asOf: last.validFrom,
      }))
    if (!visible) throw new Refusal(notFound('onemap.history.unknown', { layer, id }))
    return { ...history, versions: history.versions.map(({ geometry: _, ...rest }) => rest) }
  },
})
