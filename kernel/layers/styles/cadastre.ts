import type { LayerStyle } from './style.ts'

export const parcelStyle: LayerStyle = {
  stops: [],
  fill: '#f9d9c3',
  fillOpacity: 0.35,
  outline: { color: '#a0522d', width: 0.9 },
  label: 'ZDDM',
  labelFrom: 16.5,
}

export const buildingStyle: LayerStyle = {
  stops: [],
  fill: '#a99d92',
  fillOpacity: 0.5,
  outline: { color: '#8a7d72', width: 0.6 },
}
