import './dispatch.css'
import { useEffect, useState } from 'react'
import type { InputOf } from '../../../../apps/ui/api-types.ts'
import { PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { WorkFrame } from '../../../../apps/ui/components/work-frame.tsx'
import { useLayers } from '../../../../apps/ui/map/use-layers.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useTableState } from '../../../../apps/ui/table/use-table-state.ts'
import { DispatchMap } from './dispatch-map.tsx'
import { DispatchPanel } from './dispatch-panel.tsx'
import { DispatchTable, filterNames } from './dispatch-table.tsx'

/** 外业派发: what waits in the list and on the map, and at the right who could do it. */
export default function DispatchPage() {
  const layers = useLayers()
  const { state, filterBy } = useTableState(filterNames)
  const [chosen, setChosen] = useState<string[]>([])
  const shown = state.filters.state
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen belongs to the list that was shown
  useEffect(() => setChosen([]), [shown])
  const places = useAsk('fieldwork.dispatch.places', asFilter(state.filters), { keep: true })
  const people = useAsk('fieldwork.dispatch.people', {})
  const error = layers.error ?? people.error ?? places.error
  if (error) return <RefusalNotice error={error} onRetry={() => people.refetch()} />
  if (!layers.data || !people.data) return <PageSkeleton />
  const all = places.data?.places ?? []
  const byId = new Map(all.map((place) => [place.id, place]))
  return (
    <WorkFrame
      map={
        <DispatchMap
          layers={layers.data.rows}
          places={all}
          isCut={places.data?.isCut ?? false}
          chosen={chosen}
          onChoose={setChosen}
        />
      }
      table={<DispatchTable chosen={chosen} onChoose={setChosen} people={people.data.rows} />}
      panel={
        <DispatchPanel
          places={all}
          chosen={chosen.flatMap((id) => byId.get(id) ?? [])}
          people={people.data.rows}
          state={state.filters.state ?? 'waiting'}
          onHolder={(id) => filterBy('holder', id)}
          onDone={() => setChosen([])}
        />
      }
    />
  )
}

/** The address may say anything; the server refuses what it does not know. */
const asFilter = ({ state = 'waiting', ...filters }: Record<string, string>): InputOf<'fieldwork.dispatch.places'> =>
  ({ state, ...filters }) as InputOf<'fieldwork.dispatch.places'>
