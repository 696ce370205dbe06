import { lazy, Suspense } from 'react'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { PageProps } from '../parts/page-props.ts'

/** A task and what is found in the field come with rules, forms and camera: parts of their own, kept with the page (worker.ts). */
const TaskPage = lazy(() => import('./task-page.tsx').then((module) => ({ default: module.TaskPage })))
const DiscoverPage = lazy(() => import('./discovery/discover-page.tsx').then((module) => ({ default: module.DiscoverPage }))) // biome-ignore format: one line

export const LazyTaskPage = (props: PageProps) => (
  <Suspense fallback={<Waiting />}>
    <TaskPage {...props} />
  </Suspense>
)

export const LazyDiscoverPage = (props: PageProps) => (
  <Suspense fallback={<Waiting />}>
    <DiscoverPage {...props} />
  </Suspense>
)

function Waiting() {
  const { t } = useTexts()
  return <p className="waiting">{t('common.loading')}</p>
}
