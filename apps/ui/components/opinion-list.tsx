import { instant } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { EmptyState } from './empty-state.tsx'

export type Opinion = {
  id: string
  person: string
  organisation?: string
  step: string
  outcome?: string | null
  text: string
  at: string
}

/** Opinions in the order they were given, each with who, where in the flow, and when. */
export function OpinionList({ opinions }: { opinions: readonly Opinion[] }) {
  const { t } = useTexts()
  if (opinions.length === 0) return <EmptyState small title={t('opinions.none')} next={t('opinions.none.next')} />
  return (
    <ol className="opinions">
      {opinions.map((opinion) => (
        <li key={opinion.id} className="opinion">
          <div className="opinion-head">
            <strong>{opinion.person}</strong>
            {opinion.organisation && <span className="quiet">{opinion.organisation}</span>}
            <span className="tag">{opinion.step}</span>
            {opinion.outcome && <span className="quiet">{opinion.outcome}</span>}
          </div>
          <p className="opinion-text">{opinion.text}</p>
          <time className="quiet" dateTime={opinion.at}>
            {instant(opinion.at)}
          </time>
        </li>
      ))}
    </ol>
  )
}
