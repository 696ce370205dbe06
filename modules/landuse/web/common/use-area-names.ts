import { useAsk } from '../../../../apps/ui/queries.ts'

export type Area = { code: string; name: string }

/** The administrative areas; they rarely change. */
export const useAreas = () =>
  useAsk<{ rows: Area[] }>('onemap.areas', {}, { staleTime: Number.POSITIVE_INFINITY }).data?.rows ?? []

/** Administrative names by code; a code without a name stands for itself. */
export function useAreaNames(): (code: string) => string {
  const areas = useAreas()
  return (code) => areas.find((area) => area.code === code)?.name ?? code
}
