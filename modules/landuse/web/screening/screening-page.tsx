import { useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { WorkFrame } from '../../../../apps/ui/components/work-frame.tsx'
import type { LayerInfo } from '../../../../apps/ui/map/layer-info.ts'
import { boxOf, type MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import { openAt } from '../../../../apps/ui/map/open-at.ts'
import { useLayers } from '../../../../apps/ui/map/use-layers.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useTableState } from '../../../../apps/ui/table/use-table-state.ts'
import type { ClueView } from '../answers.ts'
import { dotsOf, outlinesOf } from '../common/clue-overlays.ts'
import '../common/landuse.css'
import { CluePanel } from './clue-panel.tsx'
import { ClueTable } from './clue-table.tsx'
import { MapPair } from './map-pair.tsx'
import { useClueAt } from './use-clue-at.ts'
import { filterNames } from './use-filters.ts'

/** 甄别: two pictures of the place, the clues below, and at the right what the conclusion rests on. */
export default function ScreeningPage() {
  const { data, error, refetch } = useLayers()
  const [first] = useState(useSearchParams()[0].get('clue'))
  const asked = useAsk('landuse.clue.view', { clueId: first ?? '' }, { enabled: first !== null })
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  // A link to one clue opens the maps there, not over the whole county.
  if (!data || (first !== null && asked.isPending)) return <PageSkeleton />
  return <Screening layers={data.rows} start={asked.data} />
}

/** As many as the list gives at once: the dots of all clues that pass the filters. */
const ON_MAP = 1000

function Screening({ layers, start }: { layers: LayerInfo[]; start: ClueView | undefined }) {
  useState(() => start && openAt(boxOf(start.geometry)!))
  const [params, setParams] = useSearchParams()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const clueId = params.get('clue')
  const open = (id: string | null) =>
    setParams(
      (before) => {
        if (id) before.set('clue', id)
        else before.delete('clue')
        return before
      },
      { replace: true },
    )
  const { filters } = useTableState(filterNames).state
  const all = useAsk('landuse.clue.list', { ...filters, page: 1, pageSize: ON_MAP }, { keep: true })
  const asked = useAsk('landuse.clue.view', { clueId: clueId ?? '' }, { enabled: clueId !== null, keep: true })
  const clue = clueId === null ? undefined : asked.data
  const overlays = useMemo(
    () => [...dotsOf(all.data?.rows ?? [], clueId), ...outlinesOf(clue)],
    [all.data, clue, clueId],
  )
  useEffect(() => {
    const box = clue && boxOf(clue.geometry)
    if (handle && box) handle.fit(box)
  }, [handle, clue])
  useClueAt(handle, all.data?.rows, open)
  const panel =
    clueId !== null &&
    (asked.error ? (
      <RefusalNotice error={asked.error} onClose={() => open(null)} />
    ) : (
      <CluePanel clue={clue?.id === clueId ? clue : undefined} layers={layers} onClose={() => open(null)} />
    ))
  return (
    <WorkFrame
      map={<MapPair layers={layers} overlays={overlays} onReady={setHandle} />}
      table={<ClueTable openClue={clueId} onOpen={open} />}
      panel={panel}
    />
  )
}
