import { Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { CandidateChoice } from '../acts/candidate-choice.tsx'
import { ReasonInput } from '../acts/reason-input.tsx'
import { ReturnTarget, type Target } from '../acts/return-target.tsx'
import { useBatch } from './use-batch.ts'
import '../../../ui/form/form.css'

export type AskedBatch = 'return' | 'reassign'
type Props = { act: AskedBatch; taskIds: string[]; onClose: () => void; onEnd: () => void }

/** Acts on many that need a reason: returning and handing over. */
export function BatchDialog({ act, taskIds, onClose, onEnd }: Props) {
  const { t } = useTexts()
  const name = t(`cases.act.${act}`)
  const [reason, setReason] = useState('')
  const [target, setTarget] = useState<Target>({ to: 'previous', scope: 'branch' })
  const [to, setTo] = useState('')
  const { run, isBusy } = useBatch(`casework.task.${act}Many`, name, () => {
    onEnd()
    onClose()
  })
  const parts: Record<AskedBatch, ReactNode> = {
    return: <ReturnTarget value={target} onChange={setTarget} steps={[]} />,
    reassign: <CandidateChoice taskId={taskIds[0]!} value={to} onChange={setTo} />,
  }
  const isReady = reason.trim() !== '' && (act === 'return' || to !== '')
  return (
    <Modal
      open
      title={t('batch.ask', { act: name, count: taskIds.length })}
      okText={name}
      cancelText={t('common.cancel')}
      okButtonProps={{ danger: act === 'return', disabled: !isReady, loading: isBusy }}
      onOk={() => run({ taskIds, reason, ...(act === 'return' ? target : { to }) })}
      onCancel={onClose}
    >
      {parts[act]}
      <ReasonInput value={reason} onChange={setReason} label={t('common.reason')} hint={t('batch.reason.hint')} />
    </Modal>
  )
}
