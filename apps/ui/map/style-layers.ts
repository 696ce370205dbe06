import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Language } from '../format.ts'
import type { LayerInfo } from './layer-info.ts'
import { type Overlay, toneColors } from './overlay.ts'

type Corners = NonNullable<LayerInfo['style']['corners']>

const FONT = ['Noto Sans SC']
const HALO = { 'text-halo-color': 'rgba(255,255,255,0.94)', 'text-halo-width': 1.6 }

/** A style's colours as a MapLibre expression over the attribute they hang on. */
function fillColor({ style }: LayerInfo): ExpressionSpecification | string {
  if (!style.field || style.stops.length === 0) return style.fill
  const pairs = style.stops.flatMap(({ code, color }) => [code, color])
  return ['match', ['to-string', ['get', style.field]], ...pairs, style.fill] as unknown as ExpressionSpecification
}

/** The number and, where the colour means a class, the class's name under it. */
function labelText({ style }: LayerInfo, language: Language): ExpressionSpecification {
  const own: ExpressionSpecification = ['to-string', ['get', style.label ?? '']]
  if (!style.field || style.stops.length === 0 || style.field === style.label) return own
  const pairs = style.stops.flatMap(({ code, label }) => [code, label[language]])
  const name = ['match', ['to-string', ['get', style.field]], ...pairs, ''] as unknown as ExpressionSpecification
  return ['concat', own, '\n', name]
}

export type Drawing = { opacity: number; language: Language; isOverImagery: boolean }

/** Opaque land use would hide the picture under it. */
const WASH_OVER_IMAGERY = 0.16

/** Fill, outline and label of one vector-tile layer; `source` is named like the layer. */
export function layersOf(layer: LayerInfo, { opacity, language, isOverImagery }: Drawing): LayerSpecification[] {
  const { name, style } = layer
  const fillOpacity = opacity * (isOverImagery ? Math.min(WASH_OVER_IMAGERY, style.fillOpacity) : style.fillOpacity)
  const tiles = { source: name, 'source-layer': name }
  const { color, width, dash } = style.outline
  const widths: ExpressionSpecification = [
    'interpolate',
    ['linear'],
    ['zoom'],
    10,
    width * 0.35,
    14,
    width * 0.8,
    17,
    width * 1.3,
  ]
  return [
    {
      id: `${name}-fill`,
      type: 'fill',
      ...tiles,
      paint: { 'fill-color': fillColor(layer), 'fill-opacity': fillOpacity, 'fill-antialias': false },
    },
    {
      id: `${name}-line`,
      type: 'line',
      ...tiles,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': color,
        'line-width': widths,
        'line-opacity': opacity,
        ...(dash && { 'line-dasharray': [...dash] }),
      },
    },
    ...(style.corners ? [cornerLayer(layer, style.corners, opacity)] : []),
    ...(style.label ? [labelLayer(layer, opacity, language)] : []),
  ]
}

/** A circle at every corner: MapLibre draws them for the points of a ring too. */
function cornerLayer({ name, style }: LayerInfo, { fill, from }: Corners, opacity: number): LayerSpecification {
  return {
    ...{ id: `${name}-corner`, type: 'circle', source: name, 'source-layer': name, minzoom: from },
    paint: {
      ...{ 'circle-radius': 2.6, 'circle-color': fill, 'circle-opacity': opacity },
      ...{ 'circle-stroke-width': 1.2, 'circle-stroke-color': style.outline.color, 'circle-stroke-opacity': opacity },
    },
  }
}

/** Labels come from wider tiles than outlines: a feature cut by many tiles would be named once in each. */
export const labelSource = (name: string) => `${name}-names`
export const labelZoom = ({ labelFrom = 15 }: LayerInfo['style']) =>
  Math.max(7, Math.min(14, Math.floor(labelFrom) - 2))

function labelLayer(layer: LayerInfo, opacity: number, language: Language): LayerSpecification {
  const { style } = layer
  return {
    id: `${layer.name}-label`,
    type: 'symbol',
    source: labelSource(layer.name),
    'source-layer': layer.name,
    minzoom: style.labelFrom ?? 15,
    layout: {
      'text-field': labelText(layer, language),
      'text-font': FONT,
      'text-size': style.field === style.label || !style.field ? 13 : 11.5,
      'text-line-height': 1.15,
      'text-max-width': 12,
      'text-padding': 3,
    },
    paint: { 'text-color': '#1f2630', 'text-opacity': opacity, ...HALO },
  }
}

/** In ems: the label of a point must not lie on its dot; that of an area stands within. */
const BELOW_A_DOT: ExpressionSpecification = [
  'match',
  ['geometry-type'],
  'Point',
  ['literal', [0, 1.3]],
  ['literal', [0, 0]],
]

/** What a page draws on top: an area with a strong line, points as dots, labels beside. */
export function layersOfOverlay({ id, tone }: Overlay): LayerSpecification[] {
  if (tone === 'spots') return layersOfSpots(`overlay-${id}`)
  const color = toneColors[tone]
  const isPast = tone === 'before'
  const source = `overlay-${id}`
  const labelled: ExpressionSpecification = ['coalesce', ['get', 'label'], '']
  return [
    {
      id: `${source}-fill`,
      type: 'fill',
      source,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': color, 'fill-opacity': tone === 'selection' ? 0.14 : 0.08 },
    },
    {
      id: `${source}-casing`,
      type: 'line',
      source,
      paint: { 'line-color': '#ffffff', 'line-width': 4, 'line-opacity': 0.7 },
    },
    {
      id: `${source}-line`,
      type: 'line',
      source,
      paint: { 'line-color': color, 'line-width': 2.2, ...(isPast && { 'line-dasharray': [3, 2] }) },
    },
    {
      id: `${source}-point`,
      type: 'circle',
      source,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-color': color,
        'circle-radius': 5,
        'circle-stroke-color': '#ffffff',
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: `${source}-label`,
      type: 'symbol',
      source,
      layout: { 'text-field': labelled, 'text-font': FONT, 'text-size': 12, 'text-offset': BELOW_A_DOT },
      paint: { 'text-color': color, ...HALO },
    },
  ]
}

/** Places with a number: the larger the more, in the colour of the worst; one alone is a plain dot. */
function layersOfSpots(source: string): LayerSpecification[] {
  const radius: ExpressionSpecification = [
    'interpolate',
    ['linear'],
    ['log10', ['get', 'count']],
    0,
    5,
    1,
    11,
    2,
    15,
    4,
    24,
  ]
  const { issue: fatal, spots: major, before: minor } = toneColors
  const color: ExpressionSpecification = ['match', ['get', 'severity'], 'A', fatal, 'B', major, minor]
  return [
    {
      id: `${source}-point`,
      type: 'circle',
      source,
      paint: {
        ...{ 'circle-color': color, 'circle-radius': radius, 'circle-opacity': 0.86 },
        ...{ 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 1.5 },
      },
    },
    {
      id: `${source}-label`,
      type: 'symbol',
      source,
      filter: ['>', ['get', 'count'], 1],
      layout: {
        ...{ 'text-field': ['get', 'label'], 'text-font': FONT, 'text-size': 11 },
        ...{ 'text-allow-overlap': true, 'text-ignore-placement': true },
      },
      paint: { 'text-color': '#ffffff' },
    },
  ]
}
