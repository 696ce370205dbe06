import { MESSAGE_KINDS } from '../../../../kernel/messages/message.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { KeptMessage } from './kept-inbox.ts'

type Props = { all: KeptMessage[]; isUnread: (message: KeptMessage) => boolean; kind: string | null }

/** 消息概览: every kind there is anything of, with how many are unread. */
export function KindTabs({ all, isUnread, kind }: Props) {
  const { t } = useTexts()
  const kinds = MESSAGE_KINDS.filter((one) => one === kind || all.some((message) => message.kind === one))
  return (
    <nav className="kinds" aria-label={t('field.messages.kinds')}>
      {[null, ...kinds].map((one) => {
        const count = all.filter((message) => (one === null || message.kind === one) && isUnread(message)).length
        return (
          <a
            key={one ?? ''}
            href={`#/messages${one ? `/${one}` : ''}`}
            aria-current={one === kind ? 'true' : undefined}
          >
            {one ? t(`messages.kind.${one}`) : t('field.messages.every')}
            {count > 0 && <span className="count-badge">{count}</span>}
          </a>
        )
      })}
    </nav>
  )
}
