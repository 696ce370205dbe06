import { Segmented } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { count } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk } from '../../../ui/queries.ts'

const TrendChart = lazy(() => import('./trend-chart.tsx'))
const UNITS = ['day', 'week', 'month'] as const

/** 收件与办结: does what is closed keep up with what comes in. */
export function TrendCard({ filters }: { filters: Record<string, string> }) {
  const { t } = useTexts()
  const [unit, setUnit] = useState<(typeof UNITS)[number]>('day')
  const { business, area, organisation } = filters
  const { data, error } = useAsk('casework.supervision.trend', { unit, business, area, organisation }, { keep: true })
  const sum = (of: 'opened' | 'closed') => (data?.rows ?? []).reduce((total, row) => total + row[of], 0)
  return (
    <section className="card card-pad supervision-wide">
      <div className="supervision-head">
        <h2 className="table-title">{t('supervision.trend')}</h2>
        {data && (
          <span className="quiet number">
            {t('supervision.trend.sum', { opened: count(sum('opened')), closed: count(sum('closed')) })}
          </span>
        )}
        <Segmented
          size="small"
          value={unit}
          onChange={setUnit}
          aria-label={t('supervision.unit')}
          options={UNITS.map((value) => ({ value, label: t(`supervision.unit.${value}`) }))}
        />
      </div>
      <RefusalNotice error={error} />
      <Suspense fallback={<div className="supervision-chart" style={{ height: 220 }} />}>
        {data && <TrendChart rows={data.rows} />}
      </Suspense>
    </section>
  )
}
