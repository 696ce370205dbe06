import type { FeatureCollection, MultiPolygon } from 'geojson'
import { type ReactNode, useMemo, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { ringOf } from '../../../modules/casework/rules/drawn-ring.ts'
import type { FoundCase } from '../../ui/case-view.ts'
import { EmptyState } from '../../ui/components/empty-state.tsx'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { WorkFrame } from '../../ui/components/work-frame.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { MapHandle } from '../../ui/map/map-handle.ts'
import { useLayers } from '../../ui/map/use-layers.ts'
import { useAsk } from '../../ui/queries.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { AreaSearch, WITHIN } from './case/area-search.tsx'
import { searchInput, useSearchFilters } from './case/use-search-filters.ts'
import { useCaseColumns } from './case-columns.tsx'
import { CaseMap } from './case-map.tsx'
import { CasePanel } from './case-panel.tsx'
import { ViewBar } from './lists/view-bar.tsx'
import './cases.css'

/** 案件: the map as the ground, the list below, the open case at the right. */
export default function CasesPage() {
  const layers = useLayers()
  const { caseId } = useParams()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const [isDrawing, setDrawing] = useState(false)
  const opened = useAsk('casework.case.view', { caseId: caseId ?? '' }, { enabled: caseId !== undefined })
  const drawn = useDrawn()
  if (layers.error) return <RefusalNotice error={layers.error} onRetry={() => layers.refetch()} />
  const scope = (caseId && opened.data?.scope) || null
  // List and case do not wait for the map.
  const map = layers.data ? (
    <CaseMap
      layers={layers.data.rows}
      scope={scope as MultiPolygon | null}
      drawn={isDrawing ? null : drawn}
      handle={handle}
      onReady={setHandle}
    />
  ) : (
    <div className="map" aria-busy />
  )
  const panel = caseId && <CasePanel key={caseId} answer={opened} map={handle} />
  const search = handle && <AreaSearch handle={handle} isDrawing={isDrawing} onDraw={setDrawing} />
  return <WorkFrame map={map} table={<CaseTable openId={caseId} search={search} />} panel={panel} />
}

/** What was drawn to search in, as the address says it; a damaged one is left out here and refused by the server. */
function useDrawn(): FeatureCollection | null {
  const within = useSearchParams()[0].get(WITHIN)
  return useMemo(() => {
    if (!within) return null
    try {
      const ring = ringOf(within)
      const geometry = { type: 'Polygon' as const, coordinates: [[...ring, ring[0]!]] }
      return { type: 'FeatureCollection', features: [{ type: 'Feature', geometry, properties: {} }] }
    } catch {
      return null
    }
  }, [within])
}

function CaseTable({ openId, search }: { openId: string | undefined; search: ReactNode }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const columns = useCaseColumns()
  const filters = useSearchFilters(params.get('business'))
  const open = (row: FoundCase) => {
    const kept = new URLSearchParams(params)
    kept.delete('task')
    void navigate({ pathname: `/cases/${row.id}`, search: kept.toString() })
  }
  return (
    <DataTable<FoundCase>
      id="cases"
      title={t('cases.title')}
      query="casework.case.search"
      paging="cursor"
      rowKey={({ id }) => id}
      columns={columns}
      filters={filters}
      toInput={searchInput}
      head={<ViewBar page="cases" names={filters.map(({ name }) => name)} />}
      actions={search}
      onOpen={open}
      {...(openId && { openKey: openId })}
      empty={<EmptyState small title={t('cases.empty')} next={t('cases.empty.next')} />}
    />
  )
}
