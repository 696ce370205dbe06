import { useState } from 'react'
import { firstChoice, type LayerChoice } from '../../../ui/map/layer-choice.ts'

const KEPT_UNDER = 'yutu.field.layers'
const first: LayerChoice = { ...firstChoice, imagery: 'after' }

function kept(): LayerChoice {
  try {
    return { ...first, ...(JSON.parse(localStorage.getItem(KEPT_UNDER) ?? '{}') as Partial<LayerChoice>) }
  } catch {
    return first
  }
}

/** Layers and pictures as the phone's owner last had them, on every map of it. */
export function useFieldChoice(): [LayerChoice, (choice: LayerChoice) => void] {
  const [choice, setChoice] = useState(kept)
  return [
    choice,
    (next) => {
      localStorage.setItem(KEPT_UNDER, JSON.stringify(next))
      setChoice(next)
    },
  ]
}
