import { Segmented } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { EmptyState } from '../../ui/components/empty-state.tsx'
import { Page, PageSkeleton } from '../../ui/components/page.tsx'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useAsk } from '../../ui/queries.ts'
import { type Measure, StatisticsTable } from './statistics-table.tsx'
import './statistics.css'

const Chart = lazy(() => import('./statistics-chart.tsx'))
const WAYS = ['area', 'class', 'conclusion', 'state', 'month'] as const

/** 统计: the same clues summed up five ways, by number or by area. */
export default function StatisticsPage() {
  const { t } = useTexts()
  const [measure, setMeasure] = useState<Measure>('count')
  const options = (['count', 'area'] as const).map((value) => ({ value, label: t(`statistics.${value}`) }))
  return (
    <Page
      title={t('statistics.title')}
      extra={<Segmented value={measure} onChange={setMeasure} options={options} aria-label={t('statistics.measure')} />}
    >
      <div className="statistics">
        {WAYS.map((by) => (
          <StatisticsCard key={by} by={by} measure={measure} />
        ))}
      </div>
    </Page>
  )
}

function StatisticsCard({ by, measure }: { by: (typeof WAYS)[number]; measure: Measure }) {
  const { t } = useTexts()
  const { data, error, refetch } = useAsk('landuse.statistics', { by })
  return (
    <section className="card card-pad statistics-card">
      <h2 className="table-title">{t(`statistics.by.${by}`)}</h2>
      {error && <RefusalNotice error={error} onRetry={() => refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data?.rows.length === 0 && <EmptyState small title={t('statistics.empty')} next={t('statistics.empty.next')} />}
      {data && data.rows.length > 0 && (
        <>
          <Suspense fallback={<div className="statistics-chart" />}>
            <Chart rows={data.rows} measure={measure} isWhole={by === 'conclusion' || by === 'state'} />
          </Suspense>
          <StatisticsTable rows={data.rows} measure={measure} />
        </>
      )}
    </section>
  )
}
