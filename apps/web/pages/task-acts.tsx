import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { CaseView, TaskView } from '../../ui/case-view.ts'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useCall } from '../../ui/queries.ts'
import { useSession } from '../../ui/session.ts'
import { type AskedAct, ReasonDialog } from './reason-dialog.tsx'

type Props = { case: CaseView; task: TaskView; revision: number }

/** The everyday acts that need no form: claim, put back, return, send straight back, reassign, suspend, resume, nudge. */
export function TaskActs({ case: view, task, revision }: Props) {
  const { t } = useTexts()
  const { can } = useSession()
  const [asking, setAsking] = useState<AskedAct | null>(null)
  const claim = useCall('casework.task.claim')
  const unclaim = useCall('casework.task.unclaim')
  const straight = useCall('casework.task.sendStraightBack')
  const resume = useCall('casework.task.resume')
  const scope = { area: view.areaCode, business: view.business }
  const has = (act: TaskView['verbs'][number]) => task.verbs.includes(act)
  const isRunning = view.state === 'running'
  const acts = [
    has('sendStraightBack') && { key: 'sendStraightBack', onClick: () => straight.mutate({ taskId: task.id }) },
    has('return') && { key: 'return', onClick: () => setAsking('return') },
    has('reassign') && { key: 'reassign', onClick: () => setAsking('reassign') },
    has('unclaim') && { key: 'unclaim', onClick: () => unclaim.mutate({ taskId: task.id }) },
    isRunning && can('casework.task.suspend', scope) && { key: 'suspend', onClick: () => setAsking('suspend') },
    isRunning && can('casework.task.nudge', scope) && { key: 'nudge', onClick: () => setAsking('nudge') },
  ].filter((act) => act !== false)
  return (
    <>
      <RefusalNotice error={claim.error ?? unclaim.error ?? straight.error ?? resume.error} />
      {acts.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{ items: acts.map((act) => ({ ...act, label: t(`cases.act.${act.key}`) })) }}
        >
          <Button aria-label={t('cases.act.more')}>…</Button>
        </Dropdown>
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
      {view.state === 'suspended' && can('casework.task.resume', scope) && (
        <Button loading={resume.isPending} onClick={() => resume.mutate({ caseId: view.id })}>
          {t('cases.act.resume')}
        </Button>
      )}
      {asking && (
        <ReasonDialog act={asking} case={view} task={task} revision={revision} onClose={() => setAsking(null)} />
      )}
    </>
  )
}
