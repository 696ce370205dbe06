import { BellOutlined } from '@ant-design/icons'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { instant } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { type InboxMessage, messageAddress } from '../../ui/messages/message-address.ts'
import { useInboxStream } from '../../ui/messages/use-inbox-stream.ts'
import { useAsk, useCall } from '../../ui/queries.ts'
import { useSession } from '../../ui/session.ts'
import { useWorklistCounts } from '../pages/use-worklist-counts.ts'
import { NewestTasks } from './newest-tasks.tsx'
import './notices.css'

/** The newest of them; all are on their own page. */
const SHOWN = 12

/** What this person was told, pushed while the page is open, and the newest tasks below it. */
export function Notifications() {
  const { t } = useTexts()
  const { can, person } = useSession()
  const [isOpen, setOpen] = useState(false)
  const hasTasks = can('casework.worklist')
  const enabled = can('messages.inbox.list')
  const { data } = useAsk('messages.inbox.list', { limit: SHOWN }, { enabled })
  useInboxStream(enabled ? person?.id : undefined)
  const unread = data?.unread ?? 0
  if (!enabled && !hasTasks) return null
  const close = () => setOpen(false)
  // Mounted by the popover when it is first opened; a missing content would keep it shut.
  const content = (
    <div className="notices">
      {hasTasks && <LateLine onOpen={close} />}
      {unread > 0 && <ReadAll />}
      <NoticeList notices={data?.items ?? []} onOpen={close} />
      <Link className="notice" to="/messages" onClick={close}>
        {t('messages.seeAll')}
      </Link>
      {hasTasks && <NewestTasks onOpen={close} />}
    </div>
  )
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      content={content}
      destroyOnHidden
    >
      <button type="button" className="shell-tool" aria-label={t('web.notifications.count', { count: unread })}>
        <Badge count={unread} size="small" overflowCount={99}>
          <BellOutlined style={{ color: '#fff' }} />
        </Badge>
      </button>
    </Popover>
  )
}

function NoticeList({ notices, onOpen }: { notices: InboxMessage[]; onOpen: () => void }) {
  const { t } = useTexts()
  const read = useCall('messages.inbox.read')
  const open = ({ id, readAt }: InboxMessage) => {
    if (readAt === null) read.mutate({ which: { ids: [id] } })
    onOpen()
  }
  return notices.map((notice) => (
    <Link key={notice.id} className="notice" to={messageAddress(notice)} onClick={() => open(notice)}>
      <div className="notice-line">
        {notice.readAt === null ? <strong>{t(notice.title, notice.params)}</strong> : t(notice.title, notice.params)}
        <span className="quiet number">{instant(notice.at)}</span>
      </div>
    </Link>
  ))
}

/** The lamps of one's own boxes, before anything anybody said. */
function LateLine({ onOpen }: { onOpen: () => void }) {
  const { t } = useTexts()
  const { data } = useWorklistCounts()
  if (!data || data.overdue + data.nearlyDue === 0) return null
  return (
    <Link className="notice" to={data.overdue > 0 ? '/?lamp=red' : '/?lamp=yellow'} onClick={onOpen}>
      <strong>{t('web.notifications.late', { red: data.overdue, yellow: data.nearlyDue })}</strong>
    </Link>
  )
}

function ReadAll() {
  const { t } = useTexts()
  const { mutate, isPending } = useCall('messages.inbox.read')
  return (
    <Button type="link" size="small" loading={isPending} onClick={() => mutate({ which: 'all' })}>
      {t('web.notifications.readAll')}
    </Button>
  )
}
