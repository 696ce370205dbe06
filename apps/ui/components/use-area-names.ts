import { useAsk } from '../queries.ts'

type Area = { code: string; name: string }

/** Administrative names by code; a code without a name stands for itself. */
export function useAreaNames(): (code: string) => string {
  const { data } = useAsk<{ rows: Area[] }>('onemap.areas', {}, { staleTime: Number.POSITIVE_INFINITY })
  return (code) => data?.rows.find((area) => area.code === code)?.name ?? code
}
