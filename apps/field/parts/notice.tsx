import { useSentence } from '../../ui/components/use-sentence.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { ProblemError } from '../../ui/problem.ts'

/** What was not done, why, and what to do next. */
export function Notice({ problem, onRetry }: { problem: ProblemError; onRetry?: () => void }) {
  const { t } = useTexts()
  const { titleOf, sentenceOf } = useSentence()
  return (
    <div className="notice" role="alert">
      <strong>{titleOf(problem)}</strong>
      <p>{sentenceOf(problem)}</p>
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          {t('common.retry')}
        </button>
      )}
    </div>
  )
}
