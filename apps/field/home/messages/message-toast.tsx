import { useEffect } from 'react'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { KeptMessage } from './kept-inbox.ts'
import { messageAddress } from './message-address.ts'
import { readMessages } from './pull-inbox.ts'

const SHOWN_MS = 8_000

type Props = { person: string; message: KeptMessage; onClose: () => void }

/** What has just arrived, over whatever page is open. */
export function MessageToast({ person, message, onClose }: Props) {
  const { t } = useTexts()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each message is shown for its own time
  useEffect(() => {
    const timer = setTimeout(onClose, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [message.id])
  const open = () => {
    void readMessages(person, [message.id])
    onClose()
  }
  return (
    <div className="toast" role="status">
      <a href={messageAddress(message) ?? '#/messages'} onClick={open}>
        <strong>{t(`messages.kind.${message.kind}`)}</strong>
        <span>{t(message.title, message.params)}</span>
      </a>
      <button type="button" className="toast-close" onClick={onClose} aria-label={t('common.close')}>
        ×
      </button>
    </div>
  )
}
