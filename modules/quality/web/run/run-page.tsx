import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { WorkFrame } from '../../../../apps/ui/components/work-frame.tsx'
import { count } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { LayerInfo } from '../../../../apps/ui/map/layer-info.ts'
import { LayerTree } from '../../../../apps/ui/map/layer-tree.tsx'
import { MapCanvas } from '../../../../apps/ui/map/map-canvas.tsx'
import { boxOf, collection, type MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import type { Overlay } from '../../../../apps/ui/map/overlay.ts'
import { StatusBar } from '../../../../apps/ui/map/status-bar.tsx'
import { useLayerChoice } from '../../../../apps/ui/map/use-layer-choice.ts'
import { useLayers } from '../../../../apps/ui/map/use-layers.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useTableState } from '../../../../apps/ui/table/use-table-state.ts'
import { isFixable } from '../../../../kernel/quality/fixable.ts'
import type { IssueView, ProposedFix, RunView } from '../answers.ts'
import '../quality.css'
import { IssuePanel } from './issue-panel.tsx'
import { filterNames, IssueTable } from './issue-table.tsx'
import { RunPanel } from './run-panel.tsx'
import { useSpotAt, useSpots } from './use-spots.ts'

/** While a run is under way what is found comes up this often, milliseconds. */
const LOOK_AGAIN = 3000

/** One run: its issues on the map and in the list, and at the right what was judged, or the issue that is open. */
export default function RunPage() {
  const { runId = '' } = useParams()
  const layers = useLayers()
  const run = useAsk(
    'quality.run.view',
    { runId },
    { refetchInterval: (query) => (isUnderWay(query.state.data) ? LOOK_AGAIN : false) },
  )
  const error = layers.error ?? run.error
  if (error && !run.data) return <RefusalNotice error={error} onRetry={() => run.refetch()} />
  if (!layers.data || !run.data) return <PageSkeleton />
  return <Run key={runId} run={run.data} layers={layers.data.rows} />
}

const isUnderWay = (run: RunView | undefined) => run?.job?.state === 'queued' || run?.job?.state === 'running'

function useOpenIssue() {
  const [params, setParams] = useSearchParams()
  const open = (id: number | null) =>
    setParams(
      (before) => {
        if (id === null) before.delete('issue')
        else before.set('issue', String(id))
        return before
      },
      { replace: true },
    )
  return [Number(params.get('issue')) || null, open] as const
}

function Run({ run, layers }: { run: RunView; layers: LayerInfo[] }) {
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const [issueId, open] = useOpenIssue()
  const { filters } = useTableState(filterNames).state
  const refetchInterval = isUnderWay(run) ? LOOK_AGAIN : false
  useLastLook(run)
  const { spots, overlay } = useSpots(handle, run.id, filters, refetchInterval)
  useSpotAt(handle, spots, open)
  const asked = useAsk('quality.issue.view', { issueId: issueId ?? 0 }, { enabled: issueId !== null })
  const issue = asked.data
  const proposed = useAsk(
    'quality.issue.proposeFix',
    { issueId: issue?.id ?? 0 },
    { enabled: issue !== undefined && isFixable(issue.rule) },
  )
  const fix = issue && isFixable(issue.rule) ? proposed.data?.fix : undefined
  useLookAt(handle, issue)
  const overlays = useMemo(() => [overlay, ...shapesOf(issue), ...fixOf(fix)], [overlay, issue, fix])
  const panel =
    issueId === null ? (
      <RunPanel run={run} />
    ) : asked.error ? (
      <RefusalNotice error={asked.error} onClose={() => open(null)} />
    ) : (
      <IssuePanel issue={issue} fix={fix} run={run} layers={layers} onClose={() => open(null)} />
    )
  const shown = spots?.reduce((sum, spot) => sum + spot.count, 0)
  return (
    <WorkFrame
      map={<RunMap run={run} layers={layers} overlays={overlays} shown={shown} handle={handle} onReady={setHandle} />}
      table={<IssueTable run={run} openIssue={issueId} onOpen={open} refetchInterval={refetchInterval} />}
      panel={panel}
    />
  )
}

/** What was found last comes up between the last look and the end: list and map are asked once more when the run has ended. */
function useLastLook(run: RunView): void {
  const client = useQueryClient()
  const isOver = !isUnderWay(run)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the end is waited for
  useEffect(() => {
    if (isOver)
      void client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('quality.issue.') })
  }, [isOver])
}

/** Goes to an issue when it is opened: to its place, with the features round it in view. */
function useLookAt(handle: MapHandle | null, issue: IssueView | undefined): void {
  useEffect(() => {
    if (!handle || !issue) return
    const box = issue.place
      ? ([issue.place[0] - 0.0006, issue.place[1] - 0.0005, issue.place[0] + 0.0006, issue.place[1] + 0.0005] as const)
      : boxOf(collection(issue.shapes))
    if (box) handle.fit([...box], 18)
  }, [handle, issue])
}

const shapesOf = (issue: IssueView | undefined): Overlay[] =>
  issue
    ? [
        { id: 'features', tone: 'selection', data: collection(issue.shapes) },
        {
          ...{ id: 'issue', tone: 'issue' },
          data: collection(issue.place ? [{ geometry: { type: 'Point', coordinates: [...issue.place] } }] : []),
        },
      ]
    : []

const fixOf = (fix: ProposedFix | null | undefined): Overlay[] =>
  fix ? [{ id: 'fix', tone: 'after', data: collection(fix.features.map(({ after }) => ({ geometry: after }))) }] : []

type MapProps = {
  run: RunView
  layers: LayerInfo[]
  overlays: readonly Overlay[]
  shown: number | undefined
  handle: MapHandle | null
  onReady: (handle: MapHandle | null) => void
}

function RunMap({ run, layers, overlays, shown, handle, onReady }: MapProps) {
  const { t } = useTexts()
  const [kept, setChoice] = useLayerChoice()
  const [choice] = useState(() => ({ ...kept, shown: [...new Set([...kept.shown, run.layer])] }))
  const [own, setOwn] = useState(choice)
  return (
    <MapCanvas layers={layers} choice={own} overlays={overlays} onReady={onReady}>
      <div className="map-card map-note" role="status">
        {shown !== undefined && <strong>{t('quality.map.shown', { count: count(shown) })}</strong>}{' '}
        <span className="quiet">{t('quality.map.hint')}</span>
      </div>
      <LayerTree
        layers={layers}
        choice={own}
        onChange={(next) => {
          setOwn(next)
          setChoice(next)
        }}
        handle={handle}
        isFolded
      />
      <StatusBar handle={handle} />
    </MapCanvas>
  )
}
