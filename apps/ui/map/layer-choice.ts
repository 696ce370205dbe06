import { GROUPS, type LayerInfo } from './layer-info.ts'

export type Imagery = 'none' | 'before' | 'after'

/** What of the one map is shown, and how strongly. Names outside `order` follow it in the server's order. */
export type LayerChoice = {
  shown: string[]
  /** 0…1 by layer name; 1 when absent */
  opacity: Record<string, number>
  /** top first */
  order: string[]
  imagery: Imagery
}

const SHOWN_AT_FIRST = ['DLTB', 'XZQ', 'YJJBNT', 'STBHHX', 'CZKFBJ']

export const firstChoice: LayerChoice = { shown: SHOWN_AT_FIRST, opacity: {}, order: [], imagery: 'none' }

/** Layers from the top of the map downwards: pure outlines first, then by group, then as the reader ordered them. */
export function inDrawingOrder(layers: readonly LayerInfo[], order: readonly string[]): LayerInfo[] {
  const rank = (layer: LayerInfo) => (layer.style.fillOpacity === 0 ? -1 : GROUPS.indexOf(layer.group))
  const place = (name: string) => {
    const at = order.indexOf(name)
    return at < 0 ? order.length : at
  }
  return [...layers].sort((a, b) => rank(a) - rank(b) || place(a.name) - place(b.name))
}

export const toggled = (choice: LayerChoice, name: string): LayerChoice => ({
  ...choice,
  shown: choice.shown.includes(name) ? choice.shown.filter((one) => one !== name) : [...choice.shown, name],
})

/** Moves a layer one place up (-1) or down (1) among `names`, its group from the top. */
export function moved(choice: LayerChoice, names: readonly string[], name: string, by: -1 | 1): LayerChoice {
  const from = names.indexOf(name)
  const to = from + by
  if (from < 0 || to < 0 || to >= names.length) return choice
  const order = [...names]
  order.splice(to, 0, ...order.splice(from, 1))
  return { ...choice, order: [...choice.order.filter((one) => !names.includes(one)), ...order] }
}
