import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { WorkFrame } from '../../../../apps/ui/components/work-frame.tsx'
import type { LayerInfo } from '../../../../apps/ui/map/layer-info.ts'
import { boxOf, collection, type MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import { openAt } from '../../../../apps/ui/map/open-at.ts'
import { useLayers } from '../../../../apps/ui/map/use-layers.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import type { ResultPreview } from '../answers.ts'
import '../common/landuse.css'
import './results.css'
import { BeforeAfter } from './before-after.tsx'
import { ItemTable } from './item-table.tsx'
import { SetPanel } from './set-panel.tsx'

/** One change of the base map: before and after on the map, patch by patch below, its areas and acts at the right. */
export default function ChangeSetPage() {
  const { changeSetId = '' } = useParams()
  const layers = useLayers()
  const { data, error, refetch } = useAsk('landuse.result.preview', { changeSetId })
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data || !layers.data) return <PageSkeleton />
  return <ChangeSet set={data} layers={layers.data.rows} />
}

function ChangeSet({ set, layers }: { set: ResultPreview; layers: LayerInfo[] }) {
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const [openItem, setOpenItem] = useState<number | null>(null)
  const { items } = set
  const all = useMemo(
    () =>
      boxOf(
        collection(
          items.flatMap(({ before, after }) =>
            [before, after].flatMap((state) =>
              state ? [{ geometry: { type: 'MultiPolygon' as const, coordinates: state.geometry } }] : [],
            ),
          ),
        ),
      ),
    [items],
  )
  useState(() => all && openAt(all))
  const open = (ordinal: number) => {
    setOpenItem(ordinal)
    const item = items.find((one) => one.ordinal === ordinal)
    const state = item?.after ?? item?.before
    const box = state && boxOf({ type: 'MultiPolygon', coordinates: state.geometry })
    if (handle && box) handle.fit(box, 18)
  }
  return (
    <WorkFrame
      map={<BeforeAfter set={set} layers={layers} openItem={openItem} onReady={setHandle} />}
      table={<ItemTable set={set} openItem={openItem} onOpen={open} />}
      panel={<SetPanel set={set} />}
    />
  )
}
