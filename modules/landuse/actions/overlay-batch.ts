import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { fieldOf } from '../../../kernel/layers/definition.ts'
import { layerNamed } from '../../../kernel/layers/registry.ts'
import { invalid, type Problem } from '../../../kernel/problems/problem.ts'
import { scopeOfBatch } from '../intake/batches.ts'
import { goBackTo, setOptions, standingOf, startProcessing } from '../intake/standing.ts'
import { refuseProcessing } from '../rules/refuse-processing.ts'
import { defaultLayers, OverlayLayer } from '../schema.ts'

const verb = 'landuse.batch.overlay'

/** 数据套合标记, 套合图形制作: overlays the clues that have no case yet, against the layers and dates asked for. */
export const overlayBatch = action({
  verb,
  input: Type.Object({
    batchId: Type.String({ format: 'uuid' }),
    layers: Type.Optional(Type.Array(OverlayLayer, { minItems: 1, maxItems: 20 })),
    split: Type.Optional(Type.Boolean()),
  }),
  facts: ({ trx }, { batchId }) => standingOf(trx, batchId),
  scope: (batch) => scopeOfBatch(batch),
  refuse: (batch, { layers }) => refuseProcessing(verb, batch) ?? refuseLayers(layers ?? []),
  async handle(context, { batchId, layers, split }, { options }) {
    await setOptions(context.trx, batchId, {
      ...options,
      layers: layers ?? options.layers,
      split: split ?? options.split,
    })
    const clues = await goBackTo(context.trx, batchId, 'repaired')
    return { ...(await startProcessing(context, batchId, 'overlay')), clues }
  },
  audit: ({ batchId, layers, split }, { runId, clues }, batch) => ({
    subject: `batch:${batchId}`,
    before: { layers: batch.options.layers, split: batch.options.split },
    after: { layers, split, runId, clues },
  }),
})

/** The screening cannot do without the base map by class; every layer and field must exist. */
function refuseLayers(layers: readonly OverlayLayer[]): Problem | undefined {
  for (const { layer: name, by } of layers) {
    const layer = layerNamed(name)
    const unknown = by.find((field) => !fieldOf(layer, field))
    if (unknown !== undefined) return invalid(`${verb}.unknown-field`, { layer: name, field: unknown })
  }
  const names = layers.map(({ layer }) => layer)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) return invalid(`${verb}.layer-twice`, { layer: twice })
  const needed = defaultLayers.find(({ layer, by }) => {
    const given = layers.find((one) => one.layer === layer)
    return layers.length > 0 && !(given && by.every((field) => given.by.includes(field)))
  })
  return needed && invalid(`${verb}.layer-needed`, { layer: needed.layer, fields: needed.by.join(', ') || '—' })
}
