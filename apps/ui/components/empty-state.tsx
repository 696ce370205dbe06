import { InboxOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'

type Props = { title: string; next?: ReactNode; action?: ReactNode; icon?: ReactNode; small?: boolean }

/** Nothing here yet, and how to begin. */
export function EmptyState({ title, next, action, icon, small }: Props) {
  return (
    <div className={small ? 'empty empty-small' : 'empty'}>
      <div className="empty-icon" aria-hidden>
        {icon ?? <InboxOutlined />}
      </div>
      <div className="empty-title">{title}</div>
      {next && <div className="empty-next">{next}</div>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  )
}
