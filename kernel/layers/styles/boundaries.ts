import type { LayerStyle } from './style.ts'

export const townshipStyle: LayerStyle = {
  stops: [],
  fill: '#ffffff',
  fillOpacity: 0,
  outline: { color: '#7a5c9e', width: 1.6, dash: [6, 2, 1, 2] },
  label: 'XZQMC',
  labelFrom: 9,
}

export const villageStyle: LayerStyle = {
  stops: [],
  fill: '#ffffff',
  fillOpacity: 0,
  outline: { color: '#9b86b3', width: 1, dash: [4, 3] },
  label: 'ZLDWMC',
  labelFrom: 12,
}
