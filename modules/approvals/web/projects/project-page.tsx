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
import type { ProjectView } from '../answers.ts'
import './projects.css'
import { ProjectCases } from './project-cases.tsx'
import { ProjectPanel } from './project-panel.tsx'

/** One project: its land on the map, its cases below, life-cycle and documents at the right. */
export default function ProjectPage() {
  const { code = '' } = useParams()
  const layers = useLayers()
  const project = useAsk('approvals.project.view', { code })
  const error = layers.error ?? project.error
  if (error) return <RefusalNotice error={error} onRetry={() => project.refetch()} />
  if (!layers.data || !project.data) return <PageSkeleton />
  return <Project key={code} project={project.data} layers={layers.data.rows} />
}

function Project({ project, layers }: { project: ProjectView; layers: LayerInfo[] }) {
  const { scope, name } = project
  useState(() => {
    const box = scope && boxOf(scope)
    if (box) openAt(box)
  })
  const [choice, setChoice] = useLayerChoice()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const overlays = useMemo(
    () => [
      { id: 'project', tone: 'selection', data: collection(scope ? [{ geometry: scope, label: name }] : []) } as const,
    ],
    [scope, name],
  )
  useEffect(() => {
    const box = scope && boxOf(scope)
    if (handle && box) handle.fit(box)
  }, [handle, scope])
  const map = (
    <MapCanvas layers={layers} choice={choice} overlays={overlays} onReady={setHandle}>
      <LayerTree layers={layers} choice={choice} onChange={setChoice} handle={handle} isFolded />
      <StatusBar handle={handle} />
    </MapCanvas>
  )
  return <WorkFrame map={map} table={<ProjectCases project={project} />} panel={<ProjectPanel project={project} />} />
}
