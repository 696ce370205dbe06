type Words = { zh: string; en: string }

/** Enough for a MapLibre `match` expression and for a legend; colours are CSS hex. */
export type LayerStyle = {
  /** The attribute whose value picks the colour; without it all features look alike. */
  field?: string
  stops: readonly { code: string; color: string; label: Words }[]
  /** For values without a stop. */
  fill: string
  fillOpacity: number
  outline: { color: string; width: number; dash?: readonly number[] }
  /** The attribute written on the map from `labelFrom` zoom on. */
  label?: string
  labelFrom?: number
  /** Every corner of the outline is drawn as a point from `from` zoom on, in the outline's colour: 界址点 of parcels. */
  corners?: { fill: string; from: number }
}
