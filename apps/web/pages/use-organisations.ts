import { useAsk } from '../../ui/queries.ts'

/** Organisations and areas: where people belong and what rights can be limited to. */
export const useOrganisations = () => useAsk('administration.organisation.list', {}, { staleTime: 300_000 })
