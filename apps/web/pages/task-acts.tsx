import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { CaseView, TaskView } from '../../ui/case-view.ts'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useCall } from '../../ui/queries.ts'
import { type AskedTaskAct, TaskDialog } from './acts/task-dialogs.tsx'

type Props = { case: CaseView; task: TaskView; revision: number }

/** One at a time: what waits for an answer is shown above. */
const isAsked = ({ extensions }: CaseView) => extensions.some(({ decidedAt }) => decidedAt === null)

/** In the order of the menu. */
const ASKED: AskedTaskAct[] = [
  'return',
  'reassign',
  'delegate',
  'recall',
  'addSigner',
  'removeSigner',
  'askExtension',
  'forceClaim',
]

/** The acts on a task that need no form: claim, put back, return, send straight back, hand over, signers, take over. */
export function TaskActs({ case: view, task, revision }: Props) {
  const { t } = useTexts()
  const [asking, setAsking] = useState<AskedTaskAct | null>(null)
  const claim = useCall('casework.task.claim')
  const unclaim = useCall('casework.task.unclaim')
  const straight = useCall('casework.task.sendStraightBack')
  const has = (act: TaskView['verbs'][number]) => task.verbs.includes(act)
  const acts = [
    ...(has('sendStraightBack')
      ? [{ key: 'sendStraightBack', onClick: () => straight.mutate({ taskId: task.id }) }]
      : []),
    ...ASKED.filter((act) => has(act) && !(act === 'askExtension' && isAsked(view))).map((act) => ({
      key: act,
      onClick: () => setAsking(act),
    })),
    ...(has('unclaim') ? [{ key: 'unclaim', onClick: () => unclaim.mutate({ taskId: task.id }) }] : []),
  ]
  return (
    <>
      <RefusalNotice error={claim.error ?? unclaim.error ?? straight.error} />
      {acts.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{ items: acts.map((act) => ({ ...act, label: t(`cases.act.${act.key}`) })) }}
        >
          <Button aria-label={t('cases.act.more')}>…</Button>
        </Dropdown>
      )}
      {has('resolve') && (
        <Button type="primary" onClick={() => setAsking('resolve')}>
          {t('cases.act.resolve')}
        </Button>
      )}
      {has('claim') && task.state === 'open' && (
        <Button
          type="primary"
          loading={claim.isPending}
          onClick={() => claim.mutate({ taskId: task.id, revision: task.revision })}
        >
          {t('cases.act.claim')}
        </Button>
      )}
      {asking && (
        <TaskDialog act={asking} case={view} task={task} revision={revision} onClose={() => setAsking(null)} />
      )}
    </>
  )
}
