import type { LayerStyle } from './style.ts'

/** Approvals lie over land use: a light wash and a line of their own colour, the project written from street scale on. */
export const approvalStyle = (color: string, label = 'XMMC'): LayerStyle => ({
  stops: [],
  fill: color,
  fillOpacity: 0.15,
  outline: { color, width: 1.2 },
  label,
  labelFrom: 15,
})
