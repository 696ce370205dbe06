import type { AnswerOf } from './api-types.ts'
import { useAsk } from './queries.ts'
import { useSession } from './session.ts'

export type Area = AnswerOf<'onemap.areas'>['rows'][number]

/** The administrative areas this person may see, by code; they rarely change. */
export function useAreas(): Area[] {
  const { can } = useSession()
  const { data } = useAsk('onemap.areas', {}, { enabled: can('onemap.areas'), staleTime: Number.POSITIVE_INFINITY })
  return data?.rows ?? []
}

/** Administrative names by code; a code without a name stands for itself. */
export function useAreaNames(): (code: string) => string {
  const areas = useAreas()
  return (code) => areas.find((area) => area.code === code)?.name ?? code
}
