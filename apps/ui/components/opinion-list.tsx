import type { Opinion } from '../case-view.ts'
import { DrawnSignature } from '../form/signature-image.tsx'
import { instant } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { EmptyState } from './empty-state.tsx'

type Props = { opinions: readonly Opinion[]; titleOf: (step: string) => string }

/** Opinions in the order they were given, each with who, where in the flow, and when. */
export function OpinionList({ opinions, titleOf }: Props) {
  const { t } = useTexts()
  if (opinions.length === 0) return <EmptyState small title={t('opinions.none')} next={t('opinions.none.next')} />
  return (
    <ol className="opinions">
      {opinions.map((opinion) => (
        <li key={opinion.id} className="opinion">
          <div className="opinion-head">
            <strong>{opinion.by.name}</strong>
            {opinion.step && <span className="tag">{titleOf(opinion.step)}</span>}
          </div>
          <p className="opinion-text">{opinion.text}</p>
          {opinion.signature && (
            <div className="form-signature opinion-signature">
              <DrawnSignature stroke={opinion.signature} name={opinion.by.name} />
            </div>
          )}
          <time className="quiet" dateTime={opinion.at}>
            {instant(opinion.at)}
          </time>
        </li>
      ))}
    </ol>
  )
}
