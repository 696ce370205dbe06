import type { LayerStyle } from './style.ts'

const plain = { stops: [], fillOpacity: 0.18 }

export const farmlandStyle: LayerStyle = { ...plain, fill: '#e0b400', outline: { color: '#c79a00', width: 1 } }

export const redlineStyle: LayerStyle = {
  ...plain,
  fill: '#d8433b',
  fillOpacity: 0.12,
  outline: { color: '#c0392b', width: 1.6 },
}

/** 规划分区 410 420 430 inside the boundary. */
export const urbanBoundaryStyle: LayerStyle = {
  field: 'GHFQDM',
  stops: [
    { code: '410', color: '#e58fb1', label: { zh: '城镇集中建设区', en: 'Urban concentrated construction zone' } },
    { code: '420', color: '#efb3c8', label: { zh: '城镇弹性发展区', en: 'Urban elastic development zone' } },
    { code: '430', color: '#b9c99a', label: { zh: '特别用途区', en: 'Special-purpose zone' } },
  ],
  fill: '#e9a5be',
  fillOpacity: 0.18,
  outline: { color: '#b8527c', width: 1.6, dash: [5, 2] },
}
