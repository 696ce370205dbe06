import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { Language } from '../../../ui/format.ts'
import { inDrawingOrder, type LayerChoice } from '../../../ui/map/layer-choice.ts'
import type { LayerInfo } from '../../../ui/map/layer-info.ts'
import type { Overlay } from '../../../ui/map/overlay.ts'
import { layersOf, layersOfOverlay } from '../../../ui/map/style-layers.ts'

export type FieldShown = {
  layers: readonly LayerInfo[]
  choice: LayerChoice
  overlays: readonly Overlay[]
  language: Language
  /** Changes when packages come or go, so that tiles are asked for anew. */
  edition: string
}

const PAPER = '#f3f1ea'
/** Nearer views enlarge the last: packages hold no nearer tiles. */
const BASE_ZOOMS = { minzoom: 11, maxzoom: 15 }
const NEAREST_PICTURE = 18

/** The phone's map as a value: one source of all layers and one of pictures, both from packages first. */
export function fieldStyle({ layers, choice, overlays, language, edition }: FieldShown): StyleSpecification {
  const topDown = inDrawingOrder(layers, choice.order).filter(({ name }) => choice.shown.includes(name))
  const isOverImagery = choice.imagery !== 'none'
  const drawn = topDown
    .toReversed()
    .flatMap((layer) => layersOf(layer, { opacity: choice.opacity[layer.name] ?? 1, language, isOverImagery }))
    .map((each) => ({ ...each, source: 'base' }) as LayerSpecification)
  const names = topDown.map(({ name }) => name).sort().join() || '-' // biome-ignore format: one row
  return {
    version: 8,
    sources: {
      base: { type: 'vector', tiles: [`yutu://base/${names}/{z}/{x}/{y}?${edition}`], ...BASE_ZOOMS },
      ...(isOverImagery && {
        imagery: {
          type: 'raster' as const,
          tiles: [`yutu://imagery/${choice.imagery}/{z}/{x}/{y}?${edition}`],
          tileSize: 256,
          maxzoom: NEAREST_PICTURE,
        },
      }),
      ...Object.fromEntries(overlays.map(({ id, data }) => [`overlay-${id}`, { type: 'geojson' as const, data }])),
    },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': PAPER } },
      ...(isOverImagery ? [{ id: 'imagery', type: 'raster', source: 'imagery' } as const] : []),
      ...drawn.filter(({ type }) => type !== 'symbol'),
      ...drawn.filter(({ type }) => type === 'symbol'),
      ...overlays.flatMap(layersOfOverlay),
    ],
  }
}
