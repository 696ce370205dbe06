import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { CaseView, TaskView } from '../../ui/case-view.ts'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useCall } from '../../ui/queries.ts'

export type ReasonAct = 'return' | 'suspend'
type Props = { act: ReasonAct; case: CaseView; task: TaskView; revision: number; onClose: () => void }

const VERBS: Record<ReasonAct, string> = { return: 'casework.task.return', suspend: 'casework.case.suspend' }

/** Acts that stop or turn a case: the case is named, the reason is asked for, once. */
export function ReasonDialog({ act, case: view, task, revision, onClose }: Props) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  const [to, setTo] = useState<'previous' | 'starter'>('previous')
  const { mutate, isPending, error } = useCall(VERBS[act])
  const send = () => {
    const input =
      act === 'return'
        ? { taskId: task.id, to, scope: 'branch', reason, revision }
        : { caseId: view.id, kind: 'suspension', reason }
    mutate(input, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={t(`cases.act.${act}.ask`, { number: view.number })}
      onCancel={onClose}
      onOk={send}
      okText={t(`cases.act.${act}`)}
      okButtonProps={{ danger: act === 'return', disabled: reason.trim() === '', loading: isPending }}
      cancelText={t('common.cancel')}
    >
      {act === 'return' && (
        <div className="form-row">
          <div className="form-title">{t('cases.act.return.to')}</div>
          <Radio.Group
            value={to}
            onChange={(event) => setTo(event.target.value)}
            options={(['previous', 'starter'] as const).map((value) => ({
              value,
              label: t(`cases.act.return.${value}`),
            }))}
          />
        </div>
      )}
      <label className="form-row">
        <span className="form-title">{act === 'return' ? t('cases.act.return.reason') : t('common.reason')}</span>
        <Input.TextArea
          autoFocus
          autoSize={{ minRows: 3 }}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          placeholder={t('cases.act.reason.missing')}
        />
      </label>
      <RefusalNotice error={error} />
    </Modal>
  )
}
