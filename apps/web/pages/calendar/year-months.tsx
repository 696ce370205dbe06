import { type Day, isWeekend } from '../../../../kernel/calendar/day.ts'
import { today } from '../../../ui/components/day-calendar.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { type Marks, weeksOf } from './year-marks.ts'

type Props = { year: number; marks: Marks; onPress?: (day: Day) => void }

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
/** Any Monday to Sunday, for their names. */
const WEEK = Array.from({ length: 7 }, (_, index) => new Date(Date.UTC(2026, 10, 23 + index)))

/** Twelve months on one screen, each day with its mark; while the year is edited every day can be pressed. */
export function YearMonths({ year, marks, onPress }: Props) {
  const { language } = useTexts()
  const tag = language === 'en' ? 'en-GB' : 'zh-CN'
  const monthName = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' })
  const dayName = new Intl.DateTimeFormat(tag, { weekday: 'narrow', timeZone: 'UTC' })
  return (
    <div className="calendar-months">
      {MONTHS.map((month) => (
        <table key={month} className="calendar-month">
          <caption>{monthName.format(new Date(Date.UTC(year, month - 1, 1)))}</caption>
          <thead>
            <tr>
              {WEEK.map((day) => (
                <th key={day.getTime()} scope="col">
                  {dayName.format(day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(year, month).map((week) => (
              <tr key={week.find(Boolean)}>
                {week.map((day, place) =>
                  day ? (
                    <td key={day}>
                      <DayCell day={day} marks={marks} {...(onPress && { onPress })} />
                    </td>
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: an empty cell is known by its weekday
                    <td key={place} />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}

function DayCell({ day, marks, onPress }: { day: Day; marks: Marks; onPress?: (day: Day) => void }) {
  const { t } = useTexts()
  const mark = marks.get(day)
  const kind = mark === undefined ? (isWeekend(day) ? 'weekend' : 'plain') : mark
  const className = `calendar-day day-${kind}${day === today() ? ' day-today' : ''}`
  const content = (
    <>
      {Number(day.slice(8))}
      {mark && <span className="day-mark">{t(`calendar.${mark}.mark`)}</span>}
    </>
  )
  const label = `${day} ${t(`calendar.${kind}`)}`
  return onPress ? (
    <button type="button" className={className} aria-label={label} onClick={() => onPress(day)}>
      {content}
    </button>
  ) : (
    <span className={className} title={label}>
      {content}
    </span>
  )
}
