import type { CaseEvent } from '../case-view.ts'
import { day, instant } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'

type Titles = {
  titleOf: (step: string, taskId: string | null) => string
  /** What a way out of a step is called; '' where it has no name. */
  outcomeOf?: (step: string, outcome: string) => string
}

/** All that happened to a case, newest first. */
export function HistoryList({ events, ...titles }: Titles & { events: readonly CaseEvent[] }) {
  return (
    <ol>
      {events.toReversed().map((event) => (
        <HistoryLine key={event.id} event={event} {...titles} />
      ))}
    </ol>
  )
}

function HistoryLine({ event, titleOf, outcomeOf }: Titles & { event: CaseEvent }) {
  const { t, has } = useTexts()
  const verb = has(`cases.event.${event.verb}`) ? t(`cases.event.${event.verb}`) : event.verb
  const { step, detail } = event
  const outcome = step && typeof detail.outcome === 'string' ? outcomeOf?.(step, detail.outcome) : ''
  const principal = (detail.onBehalfOf as { name?: string } | undefined)?.name
  return (
    <li className="opinion">
      <div className="opinion-head">
        <strong>{verb}</strong>
        {step && <span className="tag">{titleOf(step, event.taskId)}</span>}
        {outcome && <span className="tag tag-strong">{outcome}</span>}
        <span className="quiet">{event.by?.name ?? t('cases.history.system')}</span>
        {principal && <span className="tag">{t('worklist.for', { name: principal })}</span>}
        <time className="quiet number opinion-time" dateTime={event.at}>
          {instant(event.at)}
        </time>
      </div>
      {[...linesOf(detail), ...(typeof detail.days === 'number' ? [t('clock.days', { count: detail.days })] : [])].map(
        (line) => (
          <p key={line} className="opinion-text">
            {line}
          </p>
        ),
      )}
    </li>
  )
}

/** What was said with it: a reason, a text, who it is about, until when. */
function linesOf({ reason, text, opinion, name, answer, note, until, items }: CaseEvent['detail']): string[] {
  const said = [reason, text, opinion, name, answer, note, items]
    .flat()
    .flatMap((one) => (typeof one === 'string' && one ? [one] : []))
  return [...new Set([...said, ...(typeof until === 'string' ? [day(until)] : [])])]
}
