import { useCallback, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { WorkFrame } from '../../../../apps/ui/components/work-frame.tsx'
import type { LayerInfo } from '../../../../apps/ui/map/layer-info.ts'
import { LayerTree } from '../../../../apps/ui/map/layer-tree.tsx'
import { MapCanvas } from '../../../../apps/ui/map/map-canvas.tsx'
import { collection, type MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import { Sketch } from '../../../../apps/ui/map/sketch.tsx'
import { StatusBar } from '../../../../apps/ui/map/status-bar.tsx'
import { useLayerChoice } from '../../../../apps/ui/map/use-layer-choice.ts'
import { useLayers } from '../../../../apps/ui/map/use-layers.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import type { Position } from '../../../../kernel/geometry/types.ts'
import type { ItemView } from '../answers.ts'
import '../materials.css'
import './filing.css'
import { type Filed, nothingFiled } from './filed.ts'
import { FilingPanel } from './filing-panel.tsx'
import { useFilingDraft } from './use-filing-draft.ts'

/** 立案: the land on the map, form and materials at the right; what is typed is kept as one goes. */
export default function FilingPage() {
  const { code = '' } = useParams()
  const [params] = useSearchParams()
  // Only the draft one came with is read: the one this page begins stands in the address too.
  const [draftId] = useState(() => params.get('draft'))
  const layers = useLayers()
  const item = useAsk('approvals.item.view', { code })
  const draft = useAsk(
    'approvals.draft.view',
    { id: draftId ?? '' },
    { enabled: draftId !== null, staleTime: Infinity },
  )
  const error = layers.error ?? item.error ?? draft.error
  if (error) return <RefusalNotice error={error} onRetry={() => item.refetch()} />
  if (!layers.data || !item.data || (draftId !== null && !draft.data)) return <PageSkeleton />
  const kept = draft.data ? { id: draft.data.id, revision: draft.data.revision } : null
  const first = {
    ...nothingFiled(item.data.item.applicants[0]!),
    ...(draft.data?.content as Partial<Filed> | undefined),
  }
  return <Filing key={code} layers={layers.data.rows} view={item.data} first={first} kept={kept} />
}

type Props = { layers: LayerInfo[]; view: ItemView; first: Filed; kept: { id: string; revision: number } | null }

function Filing({ layers, view, first, kept }: Props) {
  const [choice, setChoice] = useLayerChoice()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const filing = useFilingDraft(view.item.code, first, kept)
  const { filed, change } = filing
  const draw = useCallback(
    (points: Position[], isDone: boolean) => isDone && change(({ rings }) => ({ rings: [...rings, points] })),
    [change],
  )
  const isDrawn = view.item.needsScope && filed.landFrom === 'drawn'
  const overlays = [
    { id: 'rings', tone: 'selection', data: collection(isDrawn ? filed.rings.map(areaOf) : []) } as const,
  ]
  const map = (
    <MapCanvas layers={layers} choice={choice} overlays={overlays} onReady={setHandle}>
      <LayerTree layers={layers} choice={choice} onChange={setChoice} handle={handle} isFolded />
      {/* A new sketch after each ring: a finished one lies on the map already. */}
      {handle && isDrawn && <Sketch key={filed.rings.length} handle={handle} kind="polygon" onChange={draw} />}
      <StatusBar handle={handle} />
    </MapCanvas>
  )
  return (
    <div className="filing">
      <WorkFrame map={map} panel={<FilingPanel view={view} filing={filing} handle={handle} />} />
    </div>
  )
}

const areaOf = (ring: Position[], k: number) => ({
  geometry: { type: 'Polygon' as const, coordinates: [[...ring, ring[0]!].map((at) => [...at])] },
  label: String(k + 1),
})
