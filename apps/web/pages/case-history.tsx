import { Link } from 'react-router'
import type { CaseEvent, CaseView } from '../../ui/case-view.ts'
import { FlowDiagram } from '../../ui/components/flow-diagram.tsx'
import { type FlowState, nodesOf } from '../../ui/components/flow-layout.ts'
import { Section } from '../../ui/components/section.tsx'
import { instant } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'

/** The flow with where the case stands, and all that has happened, newest first. */
export function CaseHistory({ case: view }: { case: CaseView }) {
  const { t, words } = useTexts()
  const titleOf = (step: string | null) => words(view.process.steps.find(({ id }) => id === step)?.title)
  return (
    <>
      <Section title={t('flow.label')}>
        <FlowDiagram nodes={nodesOf(view.process)} states={statesOf(view)} />
      </Section>
      <Section title={t('cases.history')}>
        <ol>
          {view.history.toReversed().map((event) => (
            <HistoryLine key={event.id} event={event} step={titleOf(event.step)} />
          ))}
        </ol>
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

function HistoryLine({ event, step }: { event: CaseEvent; step: string }) {
  const { t, has } = useTexts()
  const verb = has(`cases.event.${event.verb}`) ? t(`cases.event.${event.verb}`) : event.verb
  const reason = event.detail.reason ?? event.detail.opinion
  return (
    <li className="opinion">
      <div className="opinion-head">
        <strong>{verb}</strong>
        {step && <span className="tag">{step}</span>}
        <span className="quiet">{event.by?.name ?? t('cases.history.system')}</span>
        <time className="quiet number" dateTime={event.at} style={{ marginLeft: 'auto' }}>
          {instant(event.at)}
        </time>
      </div>
      {typeof reason === 'string' && <p className="opinion-text">{reason}</p>}
    </li>
  )
}

function statesOf({ process, standing, tasks, state, history }: CaseView): Record<string, FlowState> {
  const passed = [
    ...tasks.filter((task) => task.state === 'done').map(({ step }) => step),
    ...history.map(({ step }) => step),
  ]
  const states: Record<string, FlowState> = {}
  for (const step of passed) if (step) states[step] = 'done'
  for (const { step, failed } of standing) states[step] = failed ? 'failed' : 'current'
  if (state === 'ended')
    for (const { id, kind } of process.steps) if (kind === 'end' && states[id] !== undefined) states[id] = 'done'
  return states
}
