import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'

export const usePoolChoices = () => useAsk('fieldwork.pool.choices', {}, { staleTime: 60_000 })

/** A business in words: the title of its process; its code where none is published. */
export function useBusinessWords(): (business: string) => string {
  const { words } = useTexts()
  const { data } = usePoolChoices()
  return (business) => {
    const known = data?.businesses.find(({ code }) => code === business)
    return known ? words(known.title) : business
  }
}
