import type { Module } from '../../kernel/http/action.ts'
import { compareDates } from './queries/compare-dates.ts'
import { featureHistory } from './queries/feature-history.ts'
import { identify } from './queries/identify.ts'
import { listAreas } from './queries/list-areas.ts'
import { listFeatures } from './queries/list-features.ts'
import { listLayers } from './queries/list-layers.ts'
import { readTile } from './queries/read-tile.ts'

export const onemap = {
  name: 'onemap',
  title: { zh: '一张图', en: 'One map' },
  actions: [],
  queries: [listLayers, listAreas, identify, listFeatures, compareDates, featureHistory, readTile],
  jobs: [],
} as const satisfies Module
