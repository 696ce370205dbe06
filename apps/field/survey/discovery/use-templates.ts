import type { AnswerOf } from '../../../ui/api-types.ts'
import { useFetched } from '../../home/use-fetched.ts'

export type DiscoveryTemplates = AnswerOf<'fieldwork.discovery.templates'>
export type DiscoveryTemplate = DiscoveryTemplates['rows'][number]

/** What one may report, as it was kept last and as the server has it now. */
export const useTemplates = (person: string) => useFetched<DiscoveryTemplates>(person, 'fieldwork.discovery.templates')
