import { App } from 'antd'
import type { Input } from '../../../ui/api.ts'
import { useSentence } from '../../../ui/components/use-sentence.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { ProblemError } from '../../../ui/problem.ts'
import { useCall } from '../../../ui/queries.ts'

/** What became of each: `refused` names the first reason. */
type Batch = {
  done: unknown[]
  refused: { problem: { code: string; status: number; params?: ProblemError['params'] } }[]
}

/** An act on many: what was refused is named with its first reason, the rest is done. */
export function useBatch(verb: string, act: string, onEnd: () => void) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const { sentenceOf } = useSentence()
  const { mutate, isPending } = useCall<Batch>(verb)
  const tell = ({ done, refused }: Batch) => {
    const first = refused[0]?.problem
    if (!first) return message.success(t('batch.done', { act, count: done.length }))
    const why = sentenceOf(new ProblemError(first.code, first.status, first.params))
    return message.warning(t('batch.some', { act, done: done.length, failed: refused.length, why }), 8)
  }
  const run = (input: Input) =>
    mutate(input, {
      onSuccess: (batch) => {
        void tell(batch)
        onEnd()
      },
      onError: (error) => void message.error(sentenceOf(error)),
    })
  return { run, isBusy: isPending }
}
