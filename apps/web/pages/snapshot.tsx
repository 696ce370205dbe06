import { useEffect, useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { PageSkeleton } from '../../ui/components/page.tsx'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { WorkFrame } from '../../ui/components/work-frame.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { MapCanvas } from '../../ui/map/map-canvas.tsx'
import { boxOf, collection, type MapHandle } from '../../ui/map/map-handle.ts'
import type { Overlay } from '../../ui/map/overlay.ts'
import { StatusBar } from '../../ui/map/status-bar.tsx'
import { useLayerChoice } from '../../ui/map/use-layer-choice.ts'
import { useLayers } from '../../ui/map/use-layers.ts'
import { useAsk } from '../../ui/queries.ts'
import { SnapshotPanel } from './snapshot-panel.tsx'
import { type Sealed, sealedParts } from './snapshot-view.ts'
import './cases.css'

/** One sealed case: verified when opened, the map as it was at that instant. */
export default function SnapshotPage() {
  const { snapshotId } = useParams()
  const answer = useAsk('casework.snapshot.view', { snapshotId: snapshotId ?? '' })
  const { data, error, refetch } = answer
  const sealed = useMemo(() => (data?.manifest ? sealedParts(data.manifest) : null), [data])
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <PageSkeleton />
  const map = <MapThen takenAt={data.takenAt} scope={sealed?.scope ?? null} />
  const panel = (
    <SnapshotPanel snapshot={data} sealed={sealed} isVerifying={answer.isFetching} onVerify={() => refetch()} />
  )
  return <WorkFrame map={map} panel={panel} />
}

function MapThen({ takenAt, scope }: { takenAt: string; scope: Sealed['scope'] }) {
  const { t } = useTexts()
  const { data } = useLayers()
  const [choice] = useLayerChoice()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const overlays = useMemo<Overlay[]>(
    () => (scope ? [{ id: 'scope', tone: 'selection', data: collection([{ geometry: scope }]) }] : []),
    [scope],
  )
  useEffect(() => {
    const box = scope && boxOf(scope)
    if (handle && box) handle.fit(box)
  }, [handle, scope])
  if (!data) return null
  return (
    <MapCanvas layers={data.rows} choice={choice} asOf={takenAt} overlays={overlays} onReady={setHandle}>
      <StatusBar handle={handle}>
        <strong>{t('snapshot.asOf')}</strong>
      </StatusBar>
    </MapCanvas>
  )
}
