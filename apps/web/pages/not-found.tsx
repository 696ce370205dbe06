import { Link } from 'react-router'
import { EmptyState } from '../../ui/components/empty-state.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'

export function NotFound() {
  const { t } = useTexts()
  return (
    <EmptyState
      title={t('web.notFound')}
      next={t('web.notFound.next')}
      action={<Link to="/">{t('web.menu.worklist')}</Link>}
    />
  )
}
