import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../i18n/use-texts.ts'
import { asProblem } from '../problem.ts'
import { useSentence } from './use-sentence.ts'

type Props = { error: unknown; onRetry?: () => void; onClose?: () => void; action?: ReactNode }

/** What was not done, why, and what to do next: never a code alone. */
export function RefusalNotice({ error, onRetry, onClose, action }: Props) {
  const { t } = useTexts()
  const { titleOf, sentenceOf } = useSentence()
  if (!error) return null
  const problem = asProblem(error)
  const retry = onRetry && (
    <Button size="small" onClick={onRetry}>
      {t('common.retry')}
    </Button>
  )
  return (
    <Alert
      className="refusal"
      type={problem.status === 403 || problem.status === 409 ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={titleOf(problem)}
      description={sentenceOf(problem)}
      action={action ?? retry}
      {...(onClose && { closable: { onClose } })}
    />
  )
}
