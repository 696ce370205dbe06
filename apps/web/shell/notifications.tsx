import { BellOutlined } from '@ant-design/icons'
import { Badge, Popover } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { AnswerOf } from '../../ui/api-types.ts'
import { instant } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../ui/queries.ts'
import { useSession } from '../../ui/session.ts'
import { NewestTasks } from './newest-tasks.tsx'

type Notice = AnswerOf<'casework.notice.list'>['rows'][number]

/** What this person was told (handed over, taken over, nudged), and the newest tasks below it. */
export function Notifications() {
  const { t } = useTexts()
  const { can } = useSession()
  const [isOpen, setOpen] = useState(false)
  const hasTasks = can('casework.worklist')
  const enabled = can('casework.notice.list')
  const { data } = useAsk('casework.notice.list', {}, { enabled, refetchInterval: 60_000 })
  const unread = (data?.rows ?? []).filter(({ readAt }) => readAt === null)
  if (!enabled && !hasTasks) return null
  const close = () => setOpen(false)
  // Mounted by the popover when it is first opened; a missing content would keep it shut.
  const content = (
    <div className="notices">
      <NoticeList notices={data?.rows.slice(0, 10) ?? []} onOpen={close} />
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
      <button type="button" className="shell-tool" aria-label={t('web.notifications.count', { count: unread.length })}>
        <Badge count={unread.length} size="small" overflowCount={99}>
          <BellOutlined style={{ color: '#fff' }} />
        </Badge>
      </button>
    </Popover>
  )
}

function NoticeList({ notices, onOpen }: { notices: Notice[]; onOpen: () => void }) {
  const { t } = useTexts()
  const read = useCall('casework.notice.read')
  const open = ({ id, readAt }: Notice) => {
    if (readAt === null) read.mutate({ noticeIds: [id] })
    onOpen()
  }
  return notices.map((notice) => (
    <Link key={notice.id} className="notice" to={`/cases/${notice.caseId}`} onClick={() => open(notice)}>
      <div className="notice-line">
        {notice.readAt === null ? (
          <strong>{t(`notice.${notice.kind}`, notice.params)}</strong>
        ) : (
          t(`notice.${notice.kind}`, notice.params)
        )}
        <span className="quiet number">{instant(notice.at)}</span>
      </div>
    </Link>
  ))
}
