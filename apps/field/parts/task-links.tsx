import { addDays, type Day, dayOf } from '../../../kernel/calendar/day.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { usePlace } from '../device/use-place.ts'
import type { TaskLine } from '../store/task-line.ts'
import { distanceText, standingOf } from '../tasks/list/row-words.ts'
import { nothingLocal } from '../tasks/rules/local-state.ts'
import { metresTo } from '../tasks/rules/task-index.ts'
import { useWaiting } from '../tasks/use-waiting.ts'
import './task-links.css'

/** From so many days before on a day is told in colour. */
const SOON = 3

type Props = { person: string; tasks: readonly Omit<TaskLine, 'isPacked'>[] }

/** A few tasks, each with how far it is, until when it is due, and how far one has come. */
export function TaskLinks({ person, tasks }: Props) {
  const { t } = useTexts()
  const { place } = usePlace()
  const waiting = useWaiting(person)
  const today = dayOf(Date.now())
  return (
    <ul>
      {tasks.map((task) => {
        const local = waiting?.local.find(([id]) => id === task.id)?.[1] ?? nothingLocal
        const standing = standingOf({ ...task, local })
        return (
          <li key={task.id}>
            <a className="due" href={`#/task/${task.id}`}>
              <span className="due-what">
                <strong>{task.number}</strong>
                <span className="quiet">{task.title}</span>
              </span>
              <span className="due-facts">
                <span>{distanceText(metresTo(task, place?.position ?? null), t('field.distance.unknown'))}</span>
                {task.due && <Due day={task.due} today={today} />}
                {waiting && <span className={`state state-${standing.tone}`}>{t(standing.key)}</span>}
              </span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}

function Due({ day, today }: { day: Day; today: Day }) {
  const { t } = useTexts()
  const urgency = urgencyOn(day, today)
  return <span className={`due-day due-${urgency}`}>{t(`field.home.due.${urgency}`, { day })}</span>
}

function urgencyOn(due: Day, today: Day): 'late' | 'soon' | 'later' {
  if (due < today) return 'late'
  return due <= addDays(today, SOON) ? 'soon' : 'later'
}
