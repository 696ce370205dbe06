import type {
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
  VectorSourceSpecification,
} from 'maplibre-gl'
import type { Language } from '../format.ts'
import { inDrawingOrder, type LayerChoice } from './layer-choice.ts'
import type { LayerInfo } from './layer-info.ts'
import type { Overlay } from './overlay.ts'
import { labelSource, labelZoom, layersOf, layersOfOverlay } from './style-layers.ts'

/** All that decides what the map shows. */
export type Shown = {
  layers: readonly LayerInfo[]
  choice: LayerChoice
  /** An ISO instant; the present when absent. */
  asOf?: string
  overlays: readonly Overlay[]
  language: Language
  origin: string
}

/** Tiles are cut for these zooms; closer views enlarge the last. */
const TILE_ZOOMS = { minzoom: 5, maxzoom: 16 }
const PAPER = '#f3f1ea'

const tileAddress = ({ origin, asOf }: Shown, name: string) =>
  `${origin}/api/onemap/tile/${name}/{z}/{x}/{y}.mvt${asOf ? `?asOf=${encodeURIComponent(asOf)}` : ''}`

/** The map as a value: MapLibre works out what has to change. */
export function mapStyle(shown: Shown): StyleSpecification {
  const { layers, choice, overlays, language, origin } = shown
  const topDown = inDrawingOrder(layers, choice.order).filter(({ name }) => choice.shown.includes(name))
  const isOverImagery = choice.imagery !== 'none'
  const drawn = topDown
    .reverse()
    .flatMap((layer) => layersOf(layer, { opacity: choice.opacity[layer.name] ?? 1, language, isOverImagery }))
  const sources: Record<string, SourceSpecification> = {}
  for (const { name, box, style } of topDown) {
    const tiles: VectorSourceSpecification = {
      type: 'vector',
      tiles: [tileAddress(shown, name)],
      ...TILE_ZOOMS,
      ...(box && { bounds: box }),
    }
    sources[name] = tiles
    if (style.label) sources[labelSource(name)] = { ...tiles, maxzoom: labelZoom(style) }
  }
  for (const { id, data } of overlays) sources[`overlay-${id}`] = { type: 'geojson', data }
  if (choice.imagery !== 'none')
    sources.imagery = {
      type: 'raster',
      tiles: [`${origin}/api/onemap/imagery/${choice.imagery}/{z}/{x}/{y}.png`],
      tileSize: 256,
      maxzoom: 18,
    }
  return {
    version: 8,
    sources,
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': PAPER } },
      ...(choice.imagery === 'none' ? [] : [{ id: 'imagery', type: 'raster', source: 'imagery' } as const]),
      // Labels lie above all fills, else a control area would wash over the numbers below it.
      ...drawn.filter(({ type }) => type !== 'symbol'),
      ...drawn.filter(({ type }) => type === 'symbol'),
      ...overlays.flatMap(layersOfOverlay),
    ] satisfies LayerSpecification[],
  }
}
