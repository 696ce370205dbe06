import { Alert, Button } from 'antd'
import { useSentence } from '../../../../apps/ui/components/use-sentence.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { ProblemError } from '../../../../apps/ui/problem.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import type { Problem } from '../../../../kernel/problems/problem.ts'
import type { Place } from './answers.ts'

export type Given = { done: string[]; refused: { task: string; problem: Problem }[]; recalled?: number }
type Props = { given: Given; places: readonly Place[]; onClose: () => void }

/** How many were given, why the others were not, and the way back. */
export function GivenNotice({ given: { done, refused, recalled }, places, onClose }: Props) {
  const { t } = useTexts()
  const { sentenceOf } = useSentence()
  const recall = useCall('fieldwork.dispatch.recall')
  const numbers = new Map(places.map(({ id, number }) => [id, number]))
  const undo = () =>
    recall.mutate({ taskIds: done, reason: t('fieldwork.dispatch.reason.undo') }, { onSuccess: onClose })
  const said =
    recalled === undefined
      ? t('fieldwork.dispatch.given', { count: done.length })
      : t('fieldwork.dispatch.recalled', { count: recalled })
  return (
    <Alert
      role="status"
      type={refused.length > 0 ? 'warning' : 'success'}
      title={said}
      closable={{ onClose }}
      description={
        refused.length > 0 && (
          <ul>
            {refused.slice(0, 20).map(({ task, problem: { code, status, params } }) => (
              <li key={task}>
                {numbers.has(task) && <strong>{numbers.get(task)} </strong>}
                {sentenceOf(new ProblemError(code, status, params))}
              </li>
            ))}
          </ul>
        )
      }
      action={
        done.length > 0 && (
          <Button size="small" loading={recall.isPending} onClick={undo}>
            {t('fieldwork.dispatch.undo')}
          </Button>
        )
      }
    />
  )
}
