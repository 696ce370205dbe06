import { DownloadOutlined } from '@ant-design/icons'
import { Breadcrumb, Button } from 'antd'
import { useSearchParams } from 'react-router'
import { addressOf } from '../../../../apps/ui/api.ts'
import { DayInput } from '../../../../apps/ui/components/day-input.tsx'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Months } from '../../../../apps/ui/components/months.tsx'
import { Page, PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useAreaNames } from '../../../../apps/ui/use-areas.ts'
import type { Filter } from './answers.ts'
import { AreaTable } from './area-table.tsx'
import { Headline } from './headline.tsx'
import './statistics.css'
import { StepTable } from './step-table.tsx'

/** 宅基地任务统计 (SH070): down from city to village, by step and month, in time or not; every number leads to its cases. */
export default function StatisticsPage() {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const filter: Filter = Object.fromEntries([...params].filter(([name]) => ['area', 'from', 'to'].includes(name)))
  const change = (next: Partial<Record<keyof Filter, string | undefined>>) =>
    setParams((before) => {
      for (const [name, value] of Object.entries(next))
        if (value) before.set(name, value)
        else before.delete(name)
      return before
    })
  const { data, error, refetch } = useAsk('ownership.homestead.statistics', filter, { keep: true })
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <Page
      title={t('ownership.homestead.statistics')}
      note={t('ownership.statistics.note')}
      extra={<Acts filter={filter} onChange={change} />}
    >
      <Trail area={filter.area} onChoose={(area) => change({ area })} />
      {data.all.filed === 0 ? (
        <div className="card card-pad">
          <EmptyState title={t('ownership.statistics.none')} next={t('ownership.statistics.none.next')} />
        </div>
      ) : (
        <div className="homesteads">
          <Headline figures={data.all} filter={filter} />
          <AreaTable rows={data.byAreas} all={data.all} filter={filter} onChoose={(area) => change({ area })} />
          <Months
            title={t('ownership.statistics.byMonths')}
            words={{ filed: t('ownership.statistics.filed'), closed: t('ownership.statistics.closed') }}
            rows={data.byMonths}
          />
          <StepTable rows={data.bySteps} filter={filter} />
        </div>
      )}
    </Page>
  )
}

type ActsProps = { filter: Filter; onChange: (next: Partial<Record<keyof Filter, string | undefined>>) => void }

function Acts({ filter, onChange }: ActsProps) {
  const { t } = useTexts()
  return (
    <>
      {(['from', 'to'] as const).map((name) => (
        <DayInput
          key={name}
          value={filter[name]}
          label={t(`ownership.statistics.${name}`)}
          placeholder={t(`ownership.statistics.${name}`)}
          onChange={(day) => onChange({ [name]: day })}
        />
      ))}
      <a href={addressOf('ownership.homestead.export', filter)} download>
        <Button icon={<DownloadOutlined />}>{t('ownership.statistics.export')}</Button>
      </a>
    </>
  )
}

/** Where one is: everything, county, town, village; each leads back up. */
function Trail({ area, onChoose }: { area: string | undefined; onChoose: (area: string | undefined) => void }) {
  const { t } = useTexts()
  const nameOf = useAreaNames()
  const levels = [6, 9, 12].filter((digits) => area !== undefined && digits <= area.length)
  const items = [undefined, ...levels.map((digits) => area!.slice(0, digits))]
  return (
    <Breadcrumb
      className="homesteads-trail"
      items={items.map((code, k) => ({
        title:
          k === items.length - 1 ? (
            code ? (
              nameOf(code)
            ) : (
              t('ownership.statistics.all')
            )
          ) : (
            <Button type="link" size="small" onClick={() => onChoose(code)}>
              {code ? nameOf(code) : t('ownership.statistics.all')}
            </Button>
          ),
      }))}
    />
  )
}
