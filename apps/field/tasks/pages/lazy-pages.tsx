import { lazy, Suspense } from 'react'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { PageProps } from '../../parts/page-props.ts'

/** Opened seldom, so they are no part of the shell; kept with the page all the same (worker.ts). */
const DispatchPage = lazy(() => import('./dispatch-page.tsx').then((module) => ({ default: module.DispatchPage })))
const HistoryPage = lazy(() => import('./history-page.tsx').then((module) => ({ default: module.HistoryPage })))

export const LazyDispatchPage = (props: PageProps) => (
  <Suspense fallback={<Waiting />}>
    <DispatchPage {...props} />
  </Suspense>
)

export const LazyHistoryPage = (props: PageProps) => (
  <Suspense fallback={<Waiting />}>
    <HistoryPage {...props} />
  </Suspense>
)

function Waiting() {
  const { t } = useTexts()
  return <p className="waiting">{t('common.loading')}</p>
}
