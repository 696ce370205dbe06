import { useEffect, useMemo, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { WorkFrame } from '../../../../apps/ui/components/work-frame.tsx'
import type { LayerInfo } from '../../../../apps/ui/map/layer-info.ts'
import { LayerTree } from '../../../../apps/ui/map/layer-tree.tsx'
import { MapCanvas } from '../../../../apps/ui/map/map-canvas.tsx'
import { boxOf, type MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import { StatusBar } from '../../../../apps/ui/map/status-bar.tsx'
import { useLayerChoice } from '../../../../apps/ui/map/use-layer-choice.ts'
import { useLayers } from '../../../../apps/ui/map/use-layers.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import type { BatchView } from '../answers.ts'
import { outlinesOf } from '../common/clue-overlays.ts'
import '../common/landuse.css'
import { BatchPanel } from './batch-panel.tsx'
import { RepairCard } from './repair-card.tsx'
import { ReportTable } from './report-table.tsx'

/** One delivery: its facts and progress at the right, what became of each row below, where the row lies above. */
export default function BatchPage() {
  const { batchId = '' } = useParams()
  const layers = useLayers()
  const {
    data: batch,
    error,
    refetch,
  } = useAsk(
    'landuse.batch.view',
    { batchId },
    { refetchInterval: ({ state }) => (isUnderWay(state.data) ? 1500 : false) },
  )
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!batch || !layers.data) return <PageSkeleton />
  return <Batch batch={batch} layers={layers.data.rows} />
}

const isUnderWay = (batch: BatchView | undefined) => batch?.run?.state === 'queued' || batch?.run?.state === 'running'

function Batch({ batch, layers }: { batch: BatchView; layers: LayerInfo[] }) {
  const [choice, setChoice] = useLayerChoice()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const [params, setParams] = useSearchParams()
  const clueId = params.get('clue')
  const { data: clue } = useAsk('landuse.clue.view', { clueId: clueId ?? '' }, { enabled: clueId !== null, keep: true })
  const shown = clueId === null ? undefined : clue
  const overlays = useMemo(() => outlinesOf(shown), [shown])
  useEffect(() => {
    const box = shown && boxOf(shown.geometry)
    if (handle && box) handle.fit(box)
  }, [handle, shown])
  const locate = (id: string) =>
    setParams(
      (before) => {
        before.set('clue', id)
        return before
      },
      { replace: true },
    )
  const map = (
    <MapCanvas layers={layers} choice={choice} overlays={overlays} onReady={setHandle}>
      <LayerTree layers={layers} choice={choice} onChange={setChoice} handle={handle} isFolded />
      {shown && <RepairCard clue={shown} />}
      <StatusBar handle={handle} />
    </MapCanvas>
  )
  return (
    <WorkFrame
      map={map}
      table={<ReportTable batch={batch} openClue={clueId} onLocate={locate} />}
      panel={<BatchPanel batch={batch} />}
    />
  )
}
