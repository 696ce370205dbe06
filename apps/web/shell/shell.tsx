import { Suspense, useEffect } from 'react'
import { Navigate, Outlet, useLocation, useNavigation } from 'react-router'
import { PageSkeleton } from '../../ui/components/page.tsx'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useSession } from '../../ui/session.ts'
import { useIsPhone } from '../../ui/use-is-phone.ts'
import { Header } from './header.tsx'
import { SideMenu } from './side-menu.tsx'

/** Header, navigation and the page; whoever has not signed in is sent to do so and comes back. */
export function Shell() {
  const { t } = useTexts()
  const { person, isPending, error, refetch } = useSession()
  const { pathname, search } = useLocation()
  const { state } = useNavigation()
  const isOnPhone = useIsPhone()
  useEffect(() => {
    document.title = `${t('web.name')} · ${t('web.title')}`
  }, [t])
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (isPending) return <PageSkeleton />
  if (!person) return <Navigate to={`/sign-in?from=${encodeURIComponent(pathname + search)}`} replace />
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('web.skip')}
      </a>
      <Header person={person} />
      {!isOnPhone && <SideMenu />}
      <main className="shell-main" id="content" tabIndex={-1} aria-busy={state === 'loading'}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}
