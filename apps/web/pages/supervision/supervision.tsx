import { lazy, Suspense } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { EmptyState } from '../../../ui/components/empty-state.tsx'
import { Page, PageSkeleton } from '../../../ui/components/page.tsx'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk } from '../../../ui/queries.ts'
import type { TableFilter } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { type ListFilter, useListFilters } from '../lists/use-list-filters.ts'
import { ViewBar } from '../lists/view-bar.tsx'
import { GroupTable } from './group-table.tsx'
import { Headline } from './headline.tsx'
import type { Drill, Overview } from './overview.ts'
import { TrendCard } from './trend-card.tsx'
import { useWaitingColumns, type WaitingTask } from './waiting-columns.tsx'
import './supervision.css'

// ECharts is fetched with the first chart.
const Bottlenecks = lazy(() => import('./bottlenecks.tsx'))

const SHARED: ListFilter[] = ['text', 'lamp', 'business', 'step', 'area', 'organisation', 'from', 'to']
const AGES = ['d3', 'd7', 'd15', 'd30', 'd90', 'older'] as const

/** 督办: where work waits and how long; every number leads to its tasks, every task to its case. */
export default function SupervisionPage() {
  const { t } = useTexts()
  const filters = useSupervisionFilters()
  const { values, drill } = useDrill(filters.map(({ name }) => name))
  const { data, error, refetch, isFetching } = useAsk<Overview>('casework.supervision.overview', values, {
    keep: true,
    refetchInterval: 120_000,
  })
  return (
    <Page title={t('supervision.title')} note={t('supervision.note')}>
      {error && <RefusalNotice error={error} onRetry={() => refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && <Figures overview={data} drill={drill} isFetching={isFetching} area={values} />}
      <section className="card supervision-list" id="supervision-list">
        <WaitingTable filters={filters} />
      </section>
    </Page>
  )
}

type FiguresProps = { overview: Overview; drill: Drill; isFetching: boolean; area: Record<string, string> }

function Figures({ overview, drill, isFetching, area }: FiguresProps) {
  const { t } = useTexts()
  return (
    <div className={isFetching ? 'supervision supervision-fetching' : 'supervision'}>
      <Headline overview={overview} drill={drill} />
      <section className="card card-pad supervision-wide">
        <h2 className="table-title">{t('supervision.bottlenecks')}</h2>
        {overview.bySteps.length === 0 ? (
          <EmptyState small title={t('supervision.empty')} next={t('supervision.empty.next')} />
        ) : (
          <Suspense fallback={<div className="supervision-chart" />}>
            <Bottlenecks rows={overview.bySteps} onStep={(business, step) => drill({ business, step })} />
          </Suspense>
        )}
      </section>
      <TrendCard filters={area} />
      <GroupTable
        title={t('supervision.by.area')}
        rows={overview.byAreas.map((row) => ({ ...row, name: row.name ?? row.key }))}
        onChoose={({ key }) => drill({ area: key })}
      />
      <GroupTable
        title={t('supervision.by.organisation')}
        rows={overview.byOrganisations.map((row) => ({ ...row, name: row.name ?? t('supervision.noOrganisation') }))}
        onChoose={({ key }) => key !== '' && drill({ organisation: key })}
      />
      <GroupTable
        title={t('supervision.by.age')}
        rows={overview.byAges.map((row) => ({ ...row, key: row.age, name: t(`supervision.age.${row.age}`) }))}
        onChoose={({ key }) => drill({ age: key })}
      />
    </div>
  )
}

function useSupervisionFilters(): TableFilter[] {
  const { t } = useTexts()
  const [params] = useSearchParams()
  return [
    ...useListFilters(SHARED, params.get('business')),
    {
      name: 'age',
      kind: 'choice',
      label: t('supervision.age'),
      isFolded: true,
      options: AGES.map((value) => ({ value, label: t(`supervision.age.${value}`) })),
    },
  ]
}

/** The filters in the address; drilling sets some of them and brings the list into view. */
function useDrill(names: string[]): { values: Record<string, string>; drill: Drill } {
  const [params, setParams] = useSearchParams()
  const values = Object.fromEntries(names.flatMap((name) => (params.get(name) ? [[name, params.get(name)!]] : [])))
  const drill: Drill = (filter) => {
    setParams((before) => {
      const after = new URLSearchParams(before)
      after.delete('after')
      for (const [name, value] of Object.entries(filter)) after.set(name, value)
      return after
    })
    document.getElementById('supervision-list')?.scrollIntoView({ behavior: 'smooth', block: 'nearest' })
  }
  return { values, drill }
}

function WaitingTable({ filters }: { filters: TableFilter[] }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const columns = useWaitingColumns()
  return (
    <DataTable<WaitingTask>
      id="supervision"
      title={t('supervision.tasks')}
      query="casework.supervision.tasks"
      paging="cursor"
      rowKey={({ id }) => id}
      columns={columns}
      filters={filters}
      head={<ViewBar page="supervision" names={filters.map(({ name }) => name)} />}
      onOpen={({ caseId, id }) => void navigate(`/cases/${caseId}?task=${id}`)}
      empty={<EmptyState small title={t('supervision.empty')} next={t('supervision.empty.next')} />}
    />
  )
}
