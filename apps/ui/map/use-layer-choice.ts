import { useState } from 'react'
import { firstChoice, type LayerChoice } from './layer-choice.ts'

const KEPT_UNDER = 'yutu.layers'

function kept(): LayerChoice {
  try {
    return { ...firstChoice, ...(JSON.parse(localStorage.getItem(KEPT_UNDER) ?? '{}') as Partial<LayerChoice>) }
  } catch {
    return firstChoice
  }
}

/** The reader's choice of layers, the same on every page and after a reload. */
export function useLayerChoice(): [LayerChoice, (choice: LayerChoice) => void] {
  const [choice, setChoice] = useState(kept)
  const change = (next: LayerChoice) => {
    localStorage.setItem(KEPT_UNDER, JSON.stringify(next))
    setChoice(next)
  }
  return [choice, change]
}
