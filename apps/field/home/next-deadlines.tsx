import { addDays, type Day, dayOf } from '../../../kernel/calendar/day.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { usePlace } from '../device/use-place.ts'
import type { TaskLine } from '../store/task-line.ts'
import { distanceText, standingOf } from '../tasks/list/row-words.ts'
import { nothingLocal } from '../tasks/rules/local-state.ts'
import { metresTo } from '../tasks/rules/task-index.ts'
import { useWaiting } from '../tasks/use-waiting.ts'

/** From so many days before on a day is told in colour. */
const SOON = 3

/** What is due first: how far it is, until when, and how far one has come. */
export function NextDeadlines({ person, tasks }: { person: string; tasks: readonly TaskLine[] }) {
  const { t } = useTexts()
  const { place } = usePlace()
  const waiting = useWaiting(person)
  const today = dayOf(Date.now())
  const chipOf = (task: TaskLine) => {
    const local = waiting?.local.find(([id]) => id === task.id)?.[1] ?? nothingLocal
    return standingOf({ ...task, local, areaName: '' })
  }
  const far = (task: TaskLine) => metresTo(task, place?.position ?? null)
  return (
    <ul>
      {tasks.map((task) => (
        <li key={task.id}>
          <a className="due" href={`#/task/${task.id}`}>
            <span className="due-what">
              <strong>{task.number}</strong>
              <span className="quiet">{task.title}</span>
            </span>
            <span className="due-facts">
              <span>{distanceText(far(task), t('field.distance.unknown'))}</span>
              <span className={`due-day due-${urgency(task.due!, today)}`}>
                {t(`field.home.due.${urgency(task.due!, today)}`, { day: task.due })}
              </span>
              {waiting && <span className={`state state-${chipOf(task).tone}`}>{t(chipOf(task).key)}</span>}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function urgency(due: Day, today: Day): 'late' | 'soon' | 'later' {
  if (due < today) return 'late'
  return due <= addDays(today, SOON) ? 'soon' : 'later'
}
