import { useAsk } from '../queries.ts'

/** The layers of the one map; they rarely change. */
export const useLayers = () => useAsk('onemap.layers', {}, { staleTime: 5 * 60_000 })
