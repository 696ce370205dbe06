import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { KeptMessage } from './kept-inbox.ts'
import { messageAddress } from './message-address.ts'
import { readMessages } from './pull-inbox.ts'

type Props = {
  person: string
  message: KeptMessage
  isNew: boolean
  /** undefined: nothing is being chosen */
  chosen: boolean | undefined
  onChoose: () => void
}

export function MessageRow({ person, message, isNew, chosen, onChoose }: Props) {
  const { t } = useTexts()
  const text = (
    <>
      <span className="message-head">
        <span className={`message-kind message-${message.kind}`}>{t(`messages.kind.${message.kind}`)}</span>
        <time className="quiet">{instant(message.at)}</time>
      </span>
      <span className="message-text">
        {isNew && <span className="message-dot" role="img" aria-label={t('field.messages.new')} />}
        {t(message.title, message.params)}
      </span>
    </>
  )
  if (chosen !== undefined)
    return (
      <li>
        <label className="message message-choice">
          <input type="checkbox" checked={chosen} onChange={onChoose} />
          <span className="message-body">{text}</span>
        </label>
      </li>
    )
  const read = () => isNew && void readMessages(person, [message.id])
  const address = messageAddress(message)
  return (
    <li>
      {address ? (
        <a className={isNew ? 'message message-new' : 'message'} href={address} onClick={read}>
          {text}
        </a>
      ) : (
        <button type="button" className={isNew ? 'message message-new' : 'message'} onClick={read}>
          {text}
        </button>
      )}
    </li>
  )
}
