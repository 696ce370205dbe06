import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { CaseView, TaskView } from '../../ui/case-view.ts'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useCall } from '../../ui/queries.ts'
import { type ReasonAct, ReasonDialog } from './reason-dialog.tsx'

type Props = { case: CaseView; task: TaskView; revision: number }

/** Claim, return, suspend and resume, as far as the step allows them. */
export function TaskActs({ case: view, task, revision }: Props) {
  const { t } = useTexts()
  const [asking, setAsking] = useState<ReasonAct | null>(null)
  const claim = useCall('casework.task.claim')
  const resume = useCall('casework.case.resume')
  const isMine = task.mine && task.state === 'claimed'
  const offered: ReasonAct[] = [
    ...(isMine && task.verbs.includes('return') ? (['return'] as const) : []),
    ...(view.state === 'running' && task.mine && task.verbs.includes('suspend') ? (['suspend'] as const) : []),
  ]
  return (
    <>
      <RefusalNotice error={claim.error ?? resume.error} />
      {offered.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: offered.map((act) => ({ key: act, label: t(`cases.act.${act}`), onClick: () => setAsking(act) })),
          }}
        >
          <Button aria-label={t('cases.act.more')}>…</Button>
        </Dropdown>
      )}
      {task.state === 'open' && task.mine && (
        <Button type="primary" loading={claim.isPending} onClick={() => claim.mutate({ taskId: task.id })}>
          {t('cases.act.claim')}
        </Button>
      )}
      {view.state === 'suspended' && (
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
