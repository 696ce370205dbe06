import { Modal } from 'antd'
import type { ReactNode } from 'react'
import type { Input } from '../../../ui/api.ts'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useCall } from '../../../ui/queries.ts'
import '../../../ui/form/form.css'

type Props = {
  verb: string
  title: string
  /** On the button that does it. */
  ok: string
  /** What the act is sent with. */
  input: Input
  isReady: boolean
  isDanger?: boolean
  onClose: () => void
  children: ReactNode
}

/** One act that asks for something first: names the case, asks once, and says why when it is refused. */
export function ActDialog({ verb, title, ok, input, isReady, isDanger = false, onClose, children }: Props) {
  const { t } = useTexts()
  const { mutate, isPending, error } = useCall<unknown>(verb)
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      onOk={() => mutate(input, { onSuccess: onClose })}
      okText={ok}
      okButtonProps={{ danger: isDanger, disabled: !isReady, loading: isPending }}
      cancelText={t('common.cancel')}
    >
      {children}
      <RefusalNotice error={error} />
    </Modal>
  )
}
