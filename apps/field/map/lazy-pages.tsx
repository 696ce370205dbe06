import { type ComponentProps, lazy, Suspense } from 'react'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { PageProps } from '../parts/page-props.ts'

const Page = lazy(() => import('./map-page.tsx').then(({ MapPage }) => ({ default: MapPage })))
const Packages = lazy(() =>
  import('./packages/packages-page.tsx').then(({ PackagesPage }) => ({ default: PackagesPage })),
)
const Task = lazy(() => import('./task-map.tsx').then(({ TaskMap }) => ({ default: TaskMap })))
const Draw = lazy(() => import('./drawing/draw-shape.tsx').then(({ DrawShape }) => ({ default: DrawShape })))

function Waiting() {
  const { t } = useTexts()
  return <p className="waiting">{t('common.loading')}</p>
}

// The map and its engine come when they are first wanted: the rest of the page opens without them.
export const LazyMapPage = (props: PageProps) => <Suspense fallback={<Waiting />}><Page {...props} /></Suspense> // biome-ignore format: one row
export const LazyPackagesPage = (props: PageProps) => <Suspense fallback={<Waiting />}><Packages {...props} /></Suspense> // biome-ignore format: one row
export const LazyTaskMap = (props: ComponentProps<typeof Task>) => <Suspense fallback={<Waiting />}><Task {...props} /></Suspense> // biome-ignore format: one row
export const LazyDrawShape = (props: ComponentProps<typeof Draw>) => <Suspense fallback={<Waiting />}><Draw {...props} /></Suspense> // biome-ignore format: one row
