import type { LayerDefinition } from '../../layers/definition.ts'

/** What a run judges: the features of a layer at an instant whose area code begins with `area`. */
export type LayerPlace = { layer: LayerDefinition; asOf: Date; area: string }
