import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { call } from '../../ui/api.ts'
import { useSentence } from '../../ui/components/use-sentence.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { asProblem, type ProblemError } from '../../ui/problem.ts'

/** Claims tasks one after the other: what somebody else took meanwhile is named, the rest is yours. */
export function useClaimAll(onEnd: () => void) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const { sentenceOf } = useSentence()
  const client = useQueryClient()
  const [isClaiming, setClaiming] = useState(false)
  const claimAll = async (taskIds: string[]) => {
    setClaiming(true)
    const problems: ProblemError[] = []
    for (const taskId of taskIds)
      await call('casework.task.claim', { taskId }).catch((error: unknown) => problems.push(asProblem(error)))
    setClaiming(false)
    const done = taskIds.length - problems.length
    const why = problems[0] && sentenceOf(problems[0])
    if (why) message.warning(t('worklist.claimed.some', { done, failed: problems.length, why }))
    else message.success(t('worklist.claimed', { count: done }))
    await client.invalidateQueries()
    onEnd()
  }
  return { claimAll, isClaiming }
}
