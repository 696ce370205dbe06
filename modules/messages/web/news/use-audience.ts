import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useAreaNames } from '../../../../apps/ui/use-areas.ts'
import type { NewsRow } from './news-row.ts'

export const useOrganisationChoices = () => useAsk('messages.news.organisations', {}, { staleTime: 300_000 })

/** Whom news is for, in words. */
export function useAudience(): (news: Pick<NewsRow, 'organisations' | 'areas'>) => string {
  const { t } = useTexts()
  const { data } = useOrganisationChoices()
  const areaName = useAreaNames()
  return ({ organisations, areas }) => {
    const names = organisations.map((id) => data?.rows.find((row) => row.id === id)?.name ?? '…')
    return [...names, ...areas.map(areaName)].join(t('common.comma')) || t('messages.news.everybody')
  }
}
