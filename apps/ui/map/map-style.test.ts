import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layers as definitions } from '../../../kernel/layers/registry.ts'
import { firstChoice } from './layer-choice.ts'
import type { LayerInfo } from './layer-info.ts'
import { mapStyle, type Shown } from './map-style.ts'
import type { Overlay } from './overlay.ts'

const layers = definitions.map((layer) => ({ ...layer, count: 1, box: null })) as unknown as LayerInfo[]
const shown = (more: Partial<Shown> = {}): Shown => ({
  layers,
  choice: firstChoice,
  overlays: [],
  language: 'zh',
  origin: 'http://desk',
  ...more,
})

test('the map of a past day asks for tiles of that instant', () => {
  const { sources } = mapStyle(shown({ asOf: '2026-01-01T15:59:59.999Z' }))
  const source = sources.DLTB as { tiles: string[] }
  assert.match(source.tiles[0]!, /DLTB\/\{z\}\/\{x\}\/\{y\}\.mvt\?asOf=2026-01-01T15%3A59%3A59\.999Z$/)
})

test('names lie above every fill, and what a page draws above the names', () => {
  const overlay: Overlay = { id: 'case', tone: 'selection', data: { type: 'FeatureCollection', features: [] } }
  const order = mapStyle(shown({ overlays: [overlay] })).layers
  const last = (test: (id: string, type: string) => boolean) => order.findLastIndex(({ id, type }) => test(id, type))
  const isOverlay = (id: string) => id.startsWith('overlay-')
  const lastFill = last((id, type) => type === 'fill' && !isOverlay(id))
  const firstName = order.findIndex(({ id, type }) => type === 'symbol' && !isOverlay(id))
  const lastName = last((id, type) => type === 'symbol' && !isOverlay(id))
  assert.ok(lastFill < firstName)
  assert.ok(lastName < order.findIndex(({ id }) => isOverlay(id)))
})

test('land use lets the picture through when imagery is shown', () => {
  const opacity = (imagery: 'none' | 'after') => {
    const layer = mapStyle(shown({ choice: { ...firstChoice, imagery } })).layers.find(({ id }) => id === 'DLTB-fill')
    return (layer as { paint: { 'fill-opacity': number } }).paint['fill-opacity']
  }
  assert.equal(opacity('none'), 1)
  assert.ok(opacity('after') < 0.3)
})
