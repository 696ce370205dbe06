import { BellOutlined } from '@ant-design/icons'
import { Badge, Popover } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Items } from '../../ui/api.ts'
import type { WorklistItem } from '../../ui/case-view.ts'
import { Lamp } from '../../ui/components/lamp.tsx'
import { instant } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useAsk } from '../../ui/queries.ts'
import { useWorklistCounts } from '../pages/use-worklist-counts.ts'

/** The newest tasks that wait for this person. */
export function Notifications() {
  const { t } = useTexts()
  const [isOpen, setOpen] = useState(false)
  const { data: counts } = useWorklistCounts()
  const waiting = counts?.todo ?? 0
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      content={isOpen && <NewestTasks onOpen={() => setOpen(false)} />}
    >
      <button type="button" className="shell-tool" aria-label={t('web.notifications.count', { count: waiting })}>
        <Badge count={waiting} size="small" overflowCount={99}>
          <BellOutlined style={{ color: '#fff' }} />
        </Badge>
      </button>
    </Popover>
  )
}

function NewestTasks({ onOpen }: { onOpen: () => void }) {
  const { t, words } = useTexts()
  const { data } = useAsk<Items<WorklistItem>>('casework.worklist', { box: 'todo', limit: 8 })
  if (!data || data.items.length === 0)
    return <div className="notices empty-next quiet">{t('web.notifications.none')}</div>
  return (
    <div className="notices">
      {data.items.map((task) => (
        <Link key={task.id} className="notice" to={`/cases/${task.caseId}`} onClick={onOpen}>
          <div className="notice-line">
            <strong>{words(task.stepTitle)}</strong>
            <Lamp lamp={task.lamp} dueAt={task.due} />
          </div>
          <div className="notice-line quiet">
            <span>{task.number}</span>
            <span>{instant(task.openedAt)}</span>
          </div>
        </Link>
      ))}
    </div>
  )
}
