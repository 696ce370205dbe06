import { useEffect, useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { WorkFrame } from '../../../../apps/ui/components/work-frame.tsx'
import type { LayerInfo } from '../../../../apps/ui/map/layer-info.ts'
import { LayerTree } from '../../../../apps/ui/map/layer-tree.tsx'
import { MapCanvas } from '../../../../apps/ui/map/map-canvas.tsx'
import { boxOf, collection, type MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import { openAt } from '../../../../apps/ui/map/open-at.ts'
import { StatusBar } from '../../../../apps/ui/map/status-bar.tsx'
import { useLayerChoice } from '../../../../apps/ui/map/use-layer-choice.ts'
import { useLayers } from '../../../../apps/ui/map/use-layers.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import type { ReportView } from '../answers.ts'
import '../compliance.css'
import { AreaTables } from './area-tables.tsx'
import { overlaysOf } from './report-overlays.ts'
import { ReportPanel } from './report-panel.tsx'

/** A report as it was given: the land and the conflicting pieces on the map, areas below, conclusions at the right. */
export default function ReportPage() {
  const { reportId = '' } = useParams()
  const layers = useLayers()
  const report = useAsk('compliance.report.view', { reportId })
  const error = layers.error ?? report.error
  if (error) return <RefusalNotice error={error} onRetry={() => report.refetch()} />
  if (!layers.data || !report.data) return <PageSkeleton />
  return <Report key={reportId} report={report.data} layers={layers.data.rows} />
}

function Report({ report, layers }: { report: ReportView; layers: LayerInfo[] }) {
  useState(() => openAt(boxOf(collection(report.ranges))!))
  const [choice, setChoice] = useLayerChoice()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const [rule, setRule] = useState<string | null>(null)
  const overlays = useMemo(() => overlaysOf(report, rule), [report, rule])
  useEffect(() => {
    const shown = rule === null ? report.ranges : report.pieces.filter((piece) => piece.rule === rule)
    const box = boxOf(collection(shown))
    if (handle && box) handle.fit(box)
  }, [handle, report, rule])
  const map = (
    <MapCanvas layers={layers} choice={choice} overlays={overlays} onReady={setHandle}>
      <LayerTree layers={layers} choice={choice} onChange={setChoice} handle={handle} isFolded />
      <StatusBar handle={handle} />
    </MapCanvas>
  )
  return (
    <WorkFrame
      map={map}
      table={<AreaTables report={report} layers={layers} />}
      panel={<ReportPanel report={report} rule={rule} onRule={setRule} />}
    />
  )
}
