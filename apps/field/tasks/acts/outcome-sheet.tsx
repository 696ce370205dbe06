import { useSentence } from '../../../ui/components/use-sentence.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { ProblemError } from '../../../ui/problem.ts'
import type { TaskActName } from '../rules/task-acts.ts'
import type { ById } from '../use-task-rows.ts'
import type { Outcome } from './commands.ts'
import { Sheet } from './sheet.tsx'

type Props = { act: TaskActName; outcome: Outcome; byId: ById; onClose: () => void }

/** What became of each of many tasks: how many are done, and one by one why the others are not. */
export function OutcomeSheet({ act, outcome: { done, refused, requested }, byId, onClose }: Props) {
  const { t } = useTexts()
  const { sentenceOf } = useSentence()
  return (
    <Sheet
      title={t(`field.act.${act}`)}
      onClose={onClose}
      actions={
        <button type="button" className="button button-main" onClick={onClose}>
          {t('field.act.understood')}
        </button>
      }
    >
      {done.length > 0 && <p className="outcome-done">{t('field.act.done', { count: done.length })}</p>}
      {requested.length > 0 && <p className="outcome-asked">{t('field.act.requested', { count: requested.length })}</p>}
      {refused.length > 0 && <p className="outcome-refused">{t('field.act.refused', { count: refused.length })}</p>}
      <ul className="outcomes">
        {refused.map(({ task, problem: { code, status, params } }) => (
          <li key={task}>
            <strong>{byId.get(task)?.number ?? task}</strong>
            <span>{sentenceOf(new ProblemError(code, status, params))}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
