import type { CaseView } from '../../ui/case-view.ts'
import { FlowDiagram } from '../../ui/components/flow-diagram.tsx'
import { type FlowState, nodesOf } from '../../ui/components/flow-layout.ts'
import { HistoryList } from '../../ui/components/history-list.tsx'
import { Section } from '../../ui/components/section.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'

/** The flow with where the case stands, and all that has happened. */
export function CaseHistory({ case: view }: { case: CaseView }) {
  const { t, words } = useTexts()
  const titleOf = (step: string, taskId: string | null) => {
    const title = words(view.process.steps.find(({ id }) => id === step)?.title) || step
    const item = view.tasks.find(({ id }) => id === taskId)?.item
    return item ? `${title} · ${item}` : title
  }
  const outcomeOf = (step: string, outcome: string) => {
    const of = view.process.steps.find(({ id }) => id === step)
    const way = of && 'transitions' in of ? of.transitions.find(({ name }) => name === outcome) : undefined
    return words(way?.title)
  }
  return (
    <>
      <Section title={t('flow.label')}>
        <FlowDiagram nodes={nodesOf(view.process)} states={statesOf(view)} />
      </Section>
      <Section title={t('cases.history')}>
        <HistoryList events={view.history} titleOf={titleOf} outcomeOf={outcomeOf} />
      </Section>
    </>
  )
}

function statesOf({ process, standing, tasks, state, result, history }: CaseView): Record<string, FlowState> {
  const states: Record<string, FlowState> = {}
  for (const { step } of tasks.filter((task) => task.state === 'done')) states[step] = 'done'
  for (const { step } of history) if (step) states[step] = 'done'
  for (const { step, failed } of standing) states[step] = failed ? 'failed' : 'current'
  // Of several ends only the one it came to: of that result, behind a step that was done.
  const isReached = (id: string) =>
    nodesOf(process).some((node) => node.next.includes(id) && states[node.id] === 'done')
  if (state === 'ended')
    for (const step of process.steps)
      if (step.kind === 'end' && step.result === result && isReached(step.id)) states[step.id] = 'done'
  return states
}
