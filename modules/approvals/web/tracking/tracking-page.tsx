import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Months } from '../../../../apps/ui/components/months.tsx'
import { Page, PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useAreaNames } from '../../../../apps/ui/use-areas.ts'
import { GroupFigures } from './group-figures.tsx'
import { Headline } from './headline.tsx'
import { PlacesMap } from './places-map.tsx'
import { ProjectsUnderWay } from './projects-under-way.tsx'
import { TrackingFilters } from './tracking-filters.tsx'
import './tracking.css'
import { useTrackingFilter } from './use-tracking-filter.ts'

/** 审批跟踪 (XX079): what is filed, what is late, where it lies, and at which step each project waits. */
export default function TrackingPage() {
  const { t, words } = useTexts()
  const nameOf = useAreaNames()
  const { filter, change } = useTrackingFilter()
  const overview = useAsk('approvals.tracking.overview', filter)
  if (overview.error) return <RefusalNotice error={overview.error} onRetry={() => overview.refetch()} />
  if (!overview.data) return <PageSkeleton />
  const { all, byItems, byTowns, byMonths } = overview.data
  return (
    <Page
      title={t('approvals.tracking.overview')}
      note={t('approvals.tracking.note')}
      extra={<TrackingFilters filter={filter} onChange={change} />}
    >
      {all === null ? (
        <div className="card card-pad">
          <EmptyState title={t('approvals.tracking.none')} next={t('approvals.tracking.none.next')} />
        </div>
      ) : (
        <div className="tracking">
          <Headline all={all} />
          <PlacesMap filter={filter} />
          <GroupFigures
            title={t('approvals.tracking.byItems')}
            rows={byItems.map((row) => ({ ...row, name: (row.title && words(row.title)) ?? row.key }))}
            onChoose={(item) => change({ item: filter.item === item ? undefined : item })}
          />
          <Months
            title={t('approvals.tracking.byMonths')}
            words={{ filed: t('approvals.tracking.filed'), closed: t('approvals.tracking.closed') }}
            rows={byMonths}
          />
          <GroupFigures
            title={t('approvals.tracking.byTowns')}
            rows={byTowns.map((row) => ({ ...row, name: nameOf(row.key) }))}
            onChoose={(area) => change({ area: filter.area === area ? undefined : area })}
          />
          <ProjectsUnderWay area={filter.area} />
        </div>
      )}
    </Page>
  )
}
