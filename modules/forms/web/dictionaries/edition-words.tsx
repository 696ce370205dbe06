import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'

type Props = {
  /** Names its title and its button too. */
  verb: string
  explain?: string
  label: string
  inputOf: (text: string) => Record<string, unknown>
  onClose: () => void
}

/** An act on an edition that wants a few words. */
export function EditionWords({ verb, explain, label, inputOf, onClose }: Props) {
  const { t } = useTexts()
  const id = useId()
  const { mutate, isPending, error } = useCall<unknown>(verb)
  const [text, setText] = useState('')
  return (
    <Modal
      open
      title={t(verb)}
      okText={t(verb)}
      okButtonProps={{ disabled: text.trim() === '' }}
      confirmLoading={isPending}
      onOk={() => mutate(inputOf(text.trim()), { onSuccess: onClose })}
      onCancel={onClose}
    >
      {explain && <p className="quiet">{explain}</p>}
      <label className="form-title" htmlFor={id}>
        {label}
      </label>
      <Input.TextArea id={id} rows={3} maxLength={500} value={text} onChange={(event) => setText(event.target.value)} />
      <RefusalNotice error={error} />
    </Modal>
  )
}
