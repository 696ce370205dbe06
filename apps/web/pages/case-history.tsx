import { Link } from 'react-router'
import type { CaseView } from '../../ui/case-view.ts'
import { FlowDiagram } from '../../ui/components/flow-diagram.tsx'
import { type FlowState, nodesOf } from '../../ui/components/flow-layout.ts'
import { HistoryList } from '../../ui/components/history-list.tsx'
import { Section } from '../../ui/components/section.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'

/** The flow with where the case stands, and all that has happened. */
export function CaseHistory({ case: view }: { case: CaseView }) {
  const { t, words } = useTexts()
  const titleOf = (step: string) => words(view.process.steps.find(({ id }) => id === step)?.title) || step
  return (
    <>
      <Section title={t('flow.label')}>
        <FlowDiagram nodes={nodesOf(view.process)} states={statesOf(view)} />
      </Section>
      <Section title={t('cases.history')}>
        <HistoryList events={view.history} titleOf={titleOf} />
      </Section>
      {view.links.length > 0 && (
        <Section title={t('cases.links')}>
          {view.links.map((link) => (
            <div key={link.id} className="file-row">
              <span className="tag">{t(`cases.link.${link.kind}`)}</span>
              <Link to={`/cases/${link.id}`}>{link.number}</Link>
              <span>{link.title}</span>
            </div>
          ))}
        </Section>
      )}
    </>
  )
}

function statesOf({ process, standing, tasks, state, history }: CaseView): Record<string, FlowState> {
  const states: Record<string, FlowState> = {}
  for (const { step } of tasks.filter((task) => task.state === 'done')) states[step] = 'done'
  for (const { step } of history) if (step) states[step] = 'done'
  for (const { step, failed } of standing) states[step] = failed ? 'failed' : 'current'
  if (state === 'ended') for (const { id, kind } of process.steps) if (kind === 'end') states[id] = 'done'
  return states
}
