import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTexts } from '../i18n/use-texts.ts'
import { RefusalNotice } from './refusal-notice.tsx'

type Props = {
  title: string
  call: { isPending: boolean; error: Error | null }
  onReason: (reason: string) => void
  onClose: () => void
}

/** Asks why before it acts: nothing is sent back without a reason. */
export function ReasonDialog({ title, call, onReason, onClose }: Props) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  const id = useId()
  return (
    <Modal
      open
      title={title}
      okButtonProps={{ disabled: reason.trim() === '' }}
      confirmLoading={call.isPending}
      onOk={() => onReason(reason.trim())}
      onCancel={onClose}
    >
      <label className="form-title" htmlFor={id}>
        {t('common.reason')}
      </label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <RefusalNotice error={call.error} />
    </Modal>
  )
}
