import { useAsk } from '../../ui/queries.ts'

type Organisation = { id: string; code: string; name: string }
type Area = { code: string; name: string; level: string }

/** Organisations and areas: where people belong and what rights can be limited to. */
export const useOrganisations = () =>
  useAsk<{ organisations: Organisation[]; areas: Area[] }>(
    'administration.organisation.list',
    {},
    { staleTime: 300_000 },
  )
