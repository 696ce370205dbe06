import { Button, Popconfirm, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { type InboxMessage, messageAddress } from '../../../../apps/ui/messages/message-address.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import { MESSAGE_KINDS, type MessageKind } from '../../../../kernel/messages/message.ts'
import '../messages.css'

const MOST = 200

/** 我的消息 on the desk: by kind with what is unread, read and deleted one by one or all of a kind. */
export default function InboxPage() {
  const { t } = useTexts()
  const [kind, setKind] = useState<MessageKind | 'all'>('all')
  const { data, error, refetch } = useAsk(
    'messages.inbox.list',
    { limit: MOST, ...(kind !== 'all' && { kind }) },
    { keep: true },
  )
  const read = useCall('messages.inbox.read')
  const remove = useCall('messages.inbox.delete')
  const which = kind === 'all' ? ('all' as const) : { kind }
  const unread = kind === 'all' ? data?.unread : data?.byKind[kind]
  const options = (['all', ...MESSAGE_KINDS] as const).map((value) => {
    const count = value === 'all' ? data?.unread : data?.byKind[value]
    const name = value === 'all' ? t('messages.every') : t(`messages.kind.${value}`)
    return { value, label: count ? `${name} ${count}` : name }
  })
  return (
    <Page
      title={t('messages.inbox.list')}
      extra={
        <>
          <Button disabled={!unread} loading={read.isPending} onClick={() => read.mutate({ which })}>
            {t('messages.readAll')}
          </Button>
          <Popconfirm title={t('messages.deleteAll.ask')} onConfirm={() => remove.mutate({ which })}>
            <Button danger disabled={!data?.items.length} style={{ marginLeft: 8 }}>
              {t('messages.deleteAll')}
            </Button>
          </Popconfirm>
        </>
      }
    >
      <div className="card card-fill">
        <div className="messages-kinds">
          <Segmented<MessageKind | 'all'> value={kind} onChange={setKind} options={options} />
        </div>
        <RefusalNotice error={error ?? read.error ?? remove.error} onRetry={() => refetch()} />
        {!data && !error && <Skeleton active style={{ padding: 16 }} />}
        {data?.items.length === 0 && <EmptyState title={t('messages.none')} next={t('messages.none.next')} />}
        <ul className="messages-list">
          {data?.items.map((message) => (
            <Row
              key={message.id}
              message={message}
              onRead={() => message.readAt === null && read.mutate({ which: { ids: [message.id] } })}
              onDelete={() => remove.mutate({ which: { ids: [message.id] } })}
            />
          ))}
        </ul>
      </div>
    </Page>
  )
}

function Row({ message, onRead, onDelete }: { message: InboxMessage; onRead: () => void; onDelete: () => void }) {
  const { t } = useTexts()
  const { kind, title, params, at, readAt } = message
  return (
    <li className={readAt === null ? 'messages-row messages-new' : 'messages-row'}>
      <span className={`tag messages-${kind}`}>{t(`messages.kind.${kind}`)}</span>
      <Link className="messages-text" to={messageAddress(message)} onClick={onRead}>
        {t(title, params)}
      </Link>
      <span className="quiet number">{instant(at)}</span>
      <Button size="small" type="text" danger onClick={onDelete}>
        {t('common.delete')}
      </Button>
    </li>
  )
}
