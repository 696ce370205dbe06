import { useTexts } from '../../ui/i18n/use-texts.ts'

/** A business in words; '*' is every one. */
export function useBusinessName(): (business: string) => string {
  const { t, has } = useTexts()
  return (business) => {
    if (business === '*') return t('administration.grant.anyBusiness')
    return has(`business.${business}`) ? t(`business.${business}`) : business
  }
}

type Published = { code: string; titles: { zh: string; en: string }[] }

/** A business by its own name, or by the titles of its processes where it has none. */
export function useBusinessTitle(): (business: Published) => string {
  const { t, has, words } = useTexts()
  return ({ code, titles }) =>
    has(`business.${code}`) ? t(`business.${code}`) : titles.map(words).join(t('common.comma'))
}
