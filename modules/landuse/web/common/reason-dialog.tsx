import { Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Input as ActionInput } from '../../../../apps/ui/api.ts'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'

type Props = {
  verb: string
  title: string
  /** Names the thing and what happens to it. */
  ask: string
  input: ActionInput
  danger?: boolean
  /** Asked besides the reason. */
  children?: ReactNode
  onClose: () => void
  onDone?: (answer: unknown) => void
}

/** An act that needs a reason: it is asked once, and what was typed stays when the server refuses. */
export function ReasonDialog({ verb, title, ask, input, danger, children, onClose, onDone }: Props) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  const act = useCall(verb)
  const send = () =>
    act.mutate(
      { ...input, reason },
      {
        onSuccess: (answer) => {
          onClose()
          onDone?.(answer)
        },
      },
    )
  return (
    <Modal
      open
      title={title}
      okText={title}
      okButtonProps={{ danger: danger ?? false, disabled: reason.trim() === '', loading: act.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      <p>{ask}</p>
      {children}
      <label className="dialog-label" htmlFor="reason">
        {t('common.reason')}
      </label>
      <Input.TextArea
        id="reason"
        autoFocus
        rows={3}
        maxLength={500}
        showCount
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {act.error && <RefusalNotice error={act.error} />}
    </Modal>
  )
}
