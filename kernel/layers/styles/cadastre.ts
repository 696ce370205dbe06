import { landuseStyle } from './landuse.ts'
import type { LayerStyle } from './style.ts'

/** First digits of the classes a parcel of building land can have: commerce, industry, dwellings, public, special, transport, water. */
const BUILT = /^(05|06|07|08|09|10|11)/

/** Boundaries red as on cadastral maps (GB/T 42547, GB/T 20257.1); the use (YT) in the colours of its class (TD/T 1055). */
export const parcelStyle: LayerStyle = {
  field: 'YT',
  stops: landuseStyle.stops.filter(({ code }) => BUILT.test(code)),
  fill: '#f9d9c3',
  fillOpacity: 0.55,
  outline: { color: '#d7191c', width: 1 },
  label: 'ZDDM',
  labelFrom: 16.5,
  // 界址点: small white rounds with a red rim
  corners: { fill: '#ffffff', from: 16.5 },
}

/** Wider than parcels, narrower than towns: district before subdistrict. */
export const districtStyle: LayerStyle = {
  stops: [],
  fill: '#ffffff',
  fillOpacity: 0,
  outline: { color: '#b5121b', width: 2.2, dash: [8, 3] },
  label: 'DJQMC',
  labelFrom: 10,
}

export const subdistrictStyle: LayerStyle = {
  stops: [],
  fill: '#ffffff',
  fillOpacity: 0,
  outline: { color: '#c8454c', width: 1.4, dash: [5, 3] },
  label: 'DJZQMC',
  labelFrom: 12.5,
}

export const buildingStyle: LayerStyle = {
  stops: [],
  fill: '#a99d92',
  fillOpacity: 0.5,
  outline: { color: '#4f4a45', width: 0.7 },
}
