import { useCallback, useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { CaseProcess } from '../../../../kernel/cases/case-process.ts'
import type { KnownNames } from '../../rules/known.ts'
import type { DesignView } from '../answers.ts'
import './design.css'
import './findings.css'
import './panel/panel.css'
import './simulation.css'
import './canvas/icons.css'
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-codes.css'
import { DesignBar } from './design-bar.tsx'
import { Palette } from './palette.tsx'
import { SidePanel } from './side-panel.tsx'
import { useChecks, useMarks } from './use-checks.ts'
import { useDraft, xmlOf } from './use-draft.ts'
import { useChanges, useModeler } from './use-modeler.ts'
import { useSimulation } from './use-simulation.ts'

/** 流程设计: the sheet with palette and properties; what is drawn is checked and kept as one goes. */
export default function DesignPage() {
  const { designId = '' } = useParams()
  const view = useAsk('processes.design.view', { designId }, { staleTime: Number.POSITIVE_INFINITY })
  const known = useAsk('processes.known', {}, { staleTime: Number.POSITIVE_INFINITY })
  const error = view.error ?? known.error
  if (error) return <RefusalNotice error={error} onRetry={() => void Promise.all([view.refetch(), known.refetch()])} />
  if (!view.data || !known.data) return <PageSkeleton />
  const { id, state, changedAt } = view.data.design
  // A state or a text that came from elsewhere is another sheet: nothing of the old one may be kept over it.
  return (
    <Sheet
      key={`${id} ${state} ${state === 'draft' ? '' : changedAt}`}
      view={view.data}
      known={known.data}
      onReload={view.refetch}
    />
  )
}

type Props = { view: DesignView; known: KnownNames; onReload: () => Promise<unknown> }

function Sheet({ view, known, onReload }: Props) {
  const { design } = view
  const { t } = useTexts()
  const { can } = useSession()
  const [container, setContainer] = useState<HTMLElement | null>(null)
  const [reloads, setReloads] = useState(0)
  const modeler = useModeler(container, design.content, t)
  const changes = useChanges(modeler)
  const isEditable = design.state === 'draft' && can('processes.design.save')
  const contentOf = useMemo(() => (modeler && isEditable ? () => xmlOf(modeler) : null), [modeler, isEditable])
  const draft = useDraft(design.id, design.revision, contentOf, changes)
  const checked = useChecks(modeler, changes, known, view.shipped as CaseProcess | null)
  const simulation = useSimulation(modeler, known)
  useMarks(modeler, simulation.walk ? NONE : checked.findings)
  const reload = useCallback(async () => {
    await onReload()
    setReloads((before) => before + 1)
  }, [onReload])
  return (
    <div className="design" key={reloads}>
      <DesignBar
        design={design}
        checked={checked}
        draft={draft}
        modeler={modeler}
        isEditable={isEditable}
        onReload={reload}
      />
      <div className="design-body">
        {modeler && isEditable && <Palette modeler={modeler} />}
        <div className={isEditable ? 'design-canvas' : 'design-canvas is-fixed'} ref={setContainer} />
        {modeler && (
          <SidePanel
            modeler={modeler}
            view={view}
            known={known}
            checked={checked}
            changes={changes}
            simulation={simulation}
            isEditable={isEditable}
          />
        )}
      </div>
    </div>
  )
}

const NONE: never[] = []
