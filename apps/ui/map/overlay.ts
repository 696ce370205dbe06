import type { FeatureCollection } from 'geojson'

/** How an overlay looks: one saturated blue for what is chosen, red for what is judged, green and amber for states. */
export type OverlayTone =
  | 'selection'
  | 'range'
  | 'clue'
  | 'before'
  | 'after'
  | 'lawful'
  | 'suspect'
  | 'manual'
  | 'issue'
  | 'spots'

/** Geometry of a page drawn above all layers: degrees, areas, lines or points. A `label` property is written; spots have `count` and `severity`. */
export type Overlay = { id: string; data: FeatureCollection; tone: OverlayTone }

export const toneColors: Record<OverlayTone, string> = {
  selection: '#0050ff',
  range: '#d0021b',
  clue: '#7a1fd1',
  before: '#5b6878',
  after: '#0b7a3b',
  lawful: '#0b8a43',
  suspect: '#d0021b',
  manual: '#c46a00',
  issue: '#d0021b',
  spots: '#c46a00',
}
