import { useTexts } from '../../ui/i18n/use-texts.ts'

/** A business in words; '*' is every one. */
export function useBusinessName(): (business: string) => string {
  const { t, has } = useTexts()
  return (business) => {
    if (business === '*') return t('administration.grant.anyBusiness')
    return has(`business.${business}`) ? t(`business.${business}`) : business
  }
}
