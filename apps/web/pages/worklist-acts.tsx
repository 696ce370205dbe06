import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { call } from '../../ui/api.ts'
import type { WorklistItem } from '../../ui/case-view.ts'
import { useSentence } from '../../ui/components/use-sentence.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { asProblem } from '../../ui/problem.ts'
import { useSession } from '../../ui/session.ts'
import { type AskedBatch, BatchDialog } from './lists/batch-dialog.tsx'
import { DecideButtons } from './lists/decide-buttons.tsx'
import { useBatch } from './lists/use-batch.ts'
import type { BoxName } from './worklist-boxes.tsx'

type Act = AskedBatch | 'claim' | 'withdraw' | 'resume' | 'read' | 'decide'

/** What can be done with many at once, by box. */
const ACTS: Record<BoxName, Act[]> = {
  todo: ['claim', 'return', 'reassign'],
  doing: ['return', 'reassign'],
  done: ['withdraw'],
  circulated: ['read'],
  suspended: ['resume'],
  supervised: [],
  extensions: ['decide'],
}

const VERB: Record<Act, string> = {
  claim: 'casework.task.claimMany',
  return: 'casework.task.returnMany',
  reassign: 'casework.task.reassignMany',
  withdraw: 'casework.task.withdrawMany',
  resume: 'casework.case.resumeMany',
  read: 'casework.circulation.read',
  decide: 'casework.case.decideExtensionMany',
}

type Props = { box: BoxName; chosen: WorklistItem[]; onEnd: () => void }

/** The buttons above a box for what is ticked in it. */
export function WorklistActs({ box, chosen, onEnd }: Props) {
  const { t } = useTexts()
  const { can } = useSession()
  const [asking, setAsking] = useState<AskedBatch | null>(null)
  const acts = ACTS[box].filter((act) => can(VERB[act]))
  const ids = chosen.map(({ id }) => id)
  return (
    <>
      {acts.map((act) =>
        act === 'return' || act === 'reassign' ? (
          <Button key={act} disabled={ids.length === 0} onClick={() => setAsking(act)}>
            {t(`worklist.act.${act}`)}
          </Button>
        ) : act === 'decide' ? (
          <DecideButtons key={act} items={chosen} onEnd={onEnd} />
        ) : act === 'read' ? (
          <ReadButton key={act} ids={ids} onEnd={onEnd} />
        ) : (
          <BatchButton key={act} act={act} chosen={chosen} onEnd={onEnd} />
        ),
      )}
      {asking && <BatchDialog act={asking} taskIds={ids} onClose={() => setAsking(null)} onEnd={onEnd} />}
    </>
  )
}

type ButtonProps = { act: 'claim' | 'withdraw' | 'resume'; chosen: WorklistItem[]; onEnd: () => void }

function BatchButton({ act, chosen, onEnd }: ButtonProps) {
  const { t } = useTexts()
  const { run, isBusy } = useBatch(VERB[act], t(`cases.act.${act}`), onEnd)
  const taskIds = chosen.map(({ id }) => id)
  const caseIds = [...new Set(chosen.map(({ caseId }) => caseId))]
  return (
    <Button
      disabled={chosen.length === 0}
      loading={isBusy}
      onClick={() => run(act === 'resume' ? { caseIds } : { taskIds })}
    >
      {t(`worklist.act.${act}`)}
    </Button>
  )
}

/** 已阅: one act for each; what has been read before is read again without harm. */
function ReadButton({ ids, onEnd }: { ids: string[]; onEnd: () => void }) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const { sentenceOf } = useSentence()
  const client = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      for (const id of ids) await call(VERB.read, { id })
    },
    onSuccess: onEnd,
    onError: (error) => void message.error(sentenceOf(asProblem(error))),
    onSettled: () => client.invalidateQueries(),
  })
  return (
    <Button disabled={ids.length === 0} loading={isPending} onClick={() => mutate()}>
      {t('worklist.act.read')}
    </Button>
  )
}
