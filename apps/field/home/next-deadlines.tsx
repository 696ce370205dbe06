import { addDays, type Day, dayOf } from '../../../kernel/calendar/day.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { TaskLine } from '../store/task-line.ts'

/** From so many days before on a day is told in colour. */
const SOON = 3

export function NextDeadlines({ tasks }: { tasks: readonly TaskLine[] }) {
  const { t } = useTexts()
  const today = dayOf(Date.now())
  return (
    <ul>
      {tasks.map(({ id, number, title, due }) => (
        <li key={id}>
          <a className="due" href={`#/task/${id}`}>
            <span className="due-what">
              <strong>{number}</strong>
              <span className="quiet">{title}</span>
            </span>
            <span className={`due-day due-${urgency(due!, today)}`}>
              {t(`field.home.due.${urgency(due!, today)}`, { day: due })}
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
