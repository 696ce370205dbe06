import { Link } from 'react-router'
import { Lamp } from '../../ui/components/lamp.tsx'
import { instant } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useAsk } from '../../ui/queries.ts'
import { useTaskTitle } from '../pages/use-task-title.ts'

const MOST = 8

/** The most urgent tasks that wait for this person. */
export function NewestTasks({ onOpen }: { onOpen: () => void }) {
  const { t } = useTexts()
  const titleOf = useTaskTitle()
  const { data } = useAsk('casework.worklist', { box: 'todo', limit: MOST })
  if (!data || data.items.length === 0) return <div className="notice quiet">{t('web.notifications.none')}</div>
  return data.items.map((task) => (
    <Link key={task.id} className="notice" to={`/cases/${task.caseId}?task=${task.id}`} onClick={onOpen}>
      <div className="notice-line">
        <strong>{titleOf(task)}</strong>
        <Lamp lamp={task.lamp} dueAt={task.due} />
      </div>
      <div className="notice-line quiet">
        <span>{task.number}</span>
        <span className="number">{instant(task.openedAt)}</span>
      </div>
    </Link>
  ))
}
