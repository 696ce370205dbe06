import { useSentence } from '../../../ui/components/use-sentence.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { ProblemError } from '../../../ui/problem.ts'
import { keepThing, readThing } from '../../store/things.ts'
import type { RefusedRequest } from '../rules/local-state.ts'
import type { ById } from '../use-task-rows.ts'
import { READ_REFUSALS } from '../use-waiting.ts'

type Props = { person: string; refused: readonly RefusedRequest[]; byId: ById }

/** What was asked for without a network and the server has not allowed, until it is read. */
export function RefusedRequests({ person, refused, byId }: Props) {
  const { t } = useTexts()
  const { sentenceOf } = useSentence()
  if (refused.length === 0) return null
  const read = async () => {
    const before = (await readThing<string[]>(person, READ_REFUSALS)) ?? []
    await keepThing(person, READ_REFUSALS, [...before, ...refused.map(({ id }) => id)])
  }
  return (
    <div className="notice" role="alert">
      <strong>{t('field.requests.refused', { count: refused.length })}</strong>
      {refused.slice(0, 3).map(({ id, taskId, command, problem: { code, status, params } }) => (
        <p key={id}>
          {t(`field.request.${command}`)} {byId.get(taskId)?.number ?? ''}：
          {sentenceOf(new ProblemError(code, status, params))}
        </p>
      ))}
      <button type="button" className="button" onClick={() => void read()}>
        {t('field.act.understood')}
      </button>
    </div>
  )
}
