import type { MultiPolygon } from 'geojson'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { FoundCase } from '../../ui/case-view.ts'
import { EmptyState } from '../../ui/components/empty-state.tsx'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { WorkFrame } from '../../ui/components/work-frame.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { MapHandle } from '../../ui/map/map-handle.ts'
import { useLayers } from '../../ui/map/use-layers.ts'
import { useAsk } from '../../ui/queries.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { useCaseColumns } from './case-columns.tsx'
import { CaseMap } from './case-map.tsx'
import { CasePanel } from './case-panel.tsx'
import './cases.css'

/** 案件: the map as the ground, the list below, the open case at the right. */
export default function CasesPage() {
  const layers = useLayers()
  const { caseId } = useParams()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const opened = useAsk('casework.case.view', { caseId: caseId ?? '' }, { enabled: caseId !== undefined })
  if (layers.error) return <RefusalNotice error={layers.error} onRetry={() => layers.refetch()} />
  const scope = (caseId && opened.data?.scope) || null
  // List and case do not wait for the map.
  const map = layers.data ? (
    <CaseMap layers={layers.data.rows} scope={scope as MultiPolygon | null} handle={handle} onReady={setHandle} />
  ) : (
    <div className="map" aria-busy />
  )
  const panel = caseId && <CasePanel key={caseId} answer={opened} map={handle} />
  return <WorkFrame map={map} table={<CaseTable openId={caseId} />} panel={panel} />
}

function CaseTable({ openId }: { openId: string | undefined }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const columns = useCaseColumns()
  const open = (row: FoundCase) => {
    const kept = new URLSearchParams(params)
    kept.delete('task')
    void navigate({ pathname: `/cases/${row.id}`, search: kept.toString() })
  }
  const states = ['running', 'suspended', 'ended', 'closedIrregularly']
  return (
    <DataTable<FoundCase>
      id="cases"
      title={t('cases.title')}
      query="casework.case.search"
      paging="cursor"
      rowKey={({ id }) => id}
      columns={columns}
      filters={[
        { name: 'text', kind: 'text', label: t('cases.text') },
        {
          name: 'state',
          kind: 'choice',
          label: t('common.state'),
          options: states.map((value) => ({ value, label: t(`cases.state.${value}`) })),
        },
      ]}
      onOpen={open}
      {...(openId && { openKey: openId })}
      empty={<EmptyState small title={t('cases.empty')} next={t('cases.empty.next')} />}
    />
  )
}
