import { DatePicker } from 'antd'
import { dateOfDay, dayCalendar, dayOfDate } from './day-calendar.ts'

const Picker = DatePicker.generatePicker<Date>(dayCalendar)

type Props = {
  /** «2026-11-22»; empty: none */
  value: string | null | undefined
  onChange: (day: string | undefined) => void
  id?: string
  label?: string
  placeholder?: string
  width?: number | string
  /** No day after this one. */
  max?: string
  status?: 'error'
  isFixed?: boolean
  /** Ids of its hint and its faults. */
  describedBy?: string
}

/** A day, typed or picked, always written YYYY-MM-DD whatever the browser's language. */
export function DayInput(props: Props) {
  const { value, onChange, id, label, placeholder, width = 132, max, status, isFixed, describedBy } = props
  const last = max ? dateOfDay(max) : undefined
  return (
    <Picker
      format="YYYY-MM-DD"
      style={{ width }}
      value={(value && dateOfDay(value)) || null}
      onChange={(date) => onChange(date ? dayOfDate(date) : undefined)}
      allowClear={!isFixed}
      {...(last && { maxDate: last })}
      {...(id && { id })}
      {...(label && { 'aria-label': label })}
      {...(placeholder && { placeholder })}
      {...(status && { status, 'aria-invalid': true })}
      {...(describedBy && { 'aria-describedby': describedBy })}
    />
  )
}
