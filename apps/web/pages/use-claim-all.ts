import { App } from 'antd'
import type { ResultOf } from '../../ui/api-types.ts'
import { useSentence } from '../../ui/components/use-sentence.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { ProblemError } from '../../ui/problem.ts'
import { useCall } from '../../ui/queries.ts'

type Batch = ResultOf<'casework.task.claimMany'>

/** 批量签收: what somebody else took meanwhile is named, the rest is yours. */
export function useClaimAll(onEnd: () => void) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const { sentenceOf } = useSentence()
  const { mutate, isPending } = useCall('casework.task.claimMany')
  const tell = ({ done, refused }: Batch) => {
    const first = refused[0]?.problem
    if (!first) return message.success(t('worklist.claimed', { count: done.length }))
    const why = sentenceOf(new ProblemError(first.code, first.status, first.params))
    return message.warning(t('worklist.claimed.some', { done: done.length, failed: refused.length, why }))
  }
  const claimAll = (taskIds: string[]) =>
    mutate(
      { taskIds },
      {
        onSuccess: (batch) => {
          void tell(batch)
          onEnd()
        },
        onError: (error) => void message.error(sentenceOf(error)),
      },
    )
  return { claimAll, isClaiming: isPending }
}
