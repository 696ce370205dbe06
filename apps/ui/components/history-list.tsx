import type { CaseEvent } from '../case-view.ts'
import { instant } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'

type Props = { events: readonly CaseEvent[]; titleOf: (step: string) => string }

/** All that happened to a case, newest first. */
export function HistoryList({ events, titleOf }: Props) {
  return (
    <ol>
      {events.toReversed().map((event) => (
        <HistoryLine key={event.id} event={event} step={event.step ? titleOf(event.step) : ''} />
      ))}
    </ol>
  )
}

function HistoryLine({ event, step }: { event: CaseEvent; step: string }) {
  const { t, has } = useTexts()
  const verb = has(`cases.event.${event.verb}`) ? t(`cases.event.${event.verb}`) : event.verb
  const { reason } = event.detail
  return (
    <li className="opinion">
      <div className="opinion-head">
        <strong>{verb}</strong>
        {step && <span className="tag">{step}</span>}
        <span className="quiet">{event.by?.name ?? t('cases.history.system')}</span>
        <time className="quiet number opinion-time" dateTime={event.at}>
          {instant(event.at)}
        </time>
      </div>
      {typeof reason === 'string' && <p className="opinion-text">{reason}</p>}
    </li>
  )
}
