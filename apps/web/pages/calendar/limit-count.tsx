import { InputNumber } from 'antd'
import { useState } from 'react'
import { type CalendarYear, calendarOf, isWorkingDay } from '../../../../kernel/calendar/calendar.ts'
import { dueDate } from '../../../../kernel/calendar/clock.ts'
import { addDays, endOfDay } from '../../../../kernel/calendar/day.ts'
import { today } from '../../../ui/components/day-calendar.ts'
import { DayInput } from '../../../ui/components/day-input.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'

/** What a limit of n working days from a day gives with the year as it is marked here (行政许可法 82). */
export function LimitCount({ years, year }: { years: CalendarYear[]; year: number }) {
  const { t } = useTexts()
  const [from, setFrom] = useState(today().startsWith(String(year)) ? today() : `${year}-01-04`)
  const [days, setDays] = useState(20)
  const calendar = calendarOf(years)
  const { due, assumed } = dueDate(endOfDay(from), days, [], calendar)
  const passed = due ? daysBetween(from, due) : []
  const skipped = passed.filter((day) => !isWorkingDay(day, calendar)).length
  return (
    <section className="calendar-limit">
      <h3 className="section-title">{t('calendar.limit')}</h3>
      <div className="calendar-limit-row">
        <label htmlFor="limit-from">{t('calendar.limit.from')}</label>
        <DayInput id="limit-from" isFixed value={from} onChange={(day) => day && setFrom(day)} />
      </div>
      <div className="calendar-limit-row">
        <label htmlFor="limit-days">{t('calendar.limit.days')}</label>
        <InputNumber
          id="limit-days"
          min={1}
          max={500}
          precision={0}
          value={days}
          onChange={(next) => next && setDays(next)}
        />
      </div>
      <p className="calendar-due" role="status">
        {t('calendar.limit.due')} <b className="number">{due ?? '—'}</b>
      </p>
      <p className="quiet">{t('calendar.limit.skipped', { count: passed.length, skipped })}</p>
      {assumed && <p className="status-warning">{t('calendar.limit.assumed')}</p>}
    </section>
  )
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
