import type { Problem } from '../../../../kernel/problems/problem.ts'
import { useSentence } from '../../../ui/components/use-sentence.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { ProblemError } from '../../../ui/problem.ts'
import { Sheet } from '../acts/sheet.tsx'

type Props = {
  title: string
  done: string[]
  refused: { task: string; problem: Problem }[]
  numberOf: (id: string) => string
  onClose: () => void
}

/** Some were given, the others not: each says why. */
export function Refused({ title, done, refused, numberOf, onClose }: Props) {
  const { t } = useTexts()
  const { sentenceOf } = useSentence()
  return (
    <Sheet
      title={title}
      onClose={onClose}
      actions={
        <button type="button" className="button button-main" onClick={onClose}>
          {t('field.act.understood')}
        </button>
      }
    >
      <p className="outcome-done">{t('field.act.done', { count: done.length })}</p>
      <p className="outcome-refused">{t('field.act.refused', { count: refused.length })}</p>
      <ul className="outcomes">
        {refused.map(({ task, problem: { code, status, params } }) => (
          <li key={task}>
            <strong>{numberOf(task)}</strong>
            <span>{sentenceOf(new ProblemError(code, status, params))}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
