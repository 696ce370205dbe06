import { useAsk } from '../queries.ts'
import type { LayerInfo } from './layer-info.ts'

/** The layers of the one map; they rarely change. */
export const useLayers = () => useAsk<{ rows: LayerInfo[] }>('onemap.layers', {}, { staleTime: 5 * 60_000 })
