const DAY = 24 * 3600 * 1000
/** A picker locale («zh_CN», «en_US») as Intl names it. */
const tagOf = (locale: string) => locale.replace('_', '-')
const isMondayFirst = (locale: string) => locale.startsWith('zh')

const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** Today in Beijing, «2026-11-22». */
export const today = (): string => beijing.format(new Date())

/** A day «2026-11-22» as midnight UTC; undefined when there is no such day. */
export function dateOfDay(day: string): Date | undefined {
  const date = new Date(`${day}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(date.getTime()) && dayOfDate(date) === day ? date : undefined
}

export const dayOfDate = (date: Date): string => date.toISOString().slice(0, 10)

function changed(date: Date, change: (copy: Date) => void): Date {
  const copy = new Date(date)
  change(copy)
  return copy
}

/** Adding months never runs over into the next: 31 January and one month is 28 February. */
function addMonths(date: Date, months: number): Date {
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return changed(first, (copy) => copy.setUTCDate(Math.min(date.getUTCDate(), last)))
}

const addDays = (date: Date, days: number) => new Date(date.getTime() + days * DAY)

const startOfWeek = (locale: string, date: Date) =>
  addDays(date, -((date.getUTCDay() + (isMondayFirst(locale) ? 6 : 0)) % 7))

const shortMonths = (locale: string) =>
  Array.from({ length: 12 }, (_, month) =>
    new Date(Date.UTC(2026, month, 1)).toLocaleDateString(tagOf(locale), { month: 'short', timeZone: 'UTC' }),
  )

const two = (value: number) => String(value).padStart(2, '0')

function format(locale: string, date: Date, pattern: string): string {
  const month = date.getUTCMonth() + 1
  const parts: Record<string, string> = {
    YYYY: String(date.getUTCFullYear()).padStart(4, '0'),
    MMM: shortMonths(locale)[month - 1]!,
    MM: two(month),
    M: String(month),
    DD: two(date.getUTCDate()),
    D: String(date.getUTCDate()),
  }
  return pattern.replace(/YYYY|MMM|MM|M|DD|D/g, (token) => parts[token]!)
}

/** Days without hours or zones (midnight UTC), as the date picker reckons with them. */
export const dayCalendar = {
  getWeekDay: (date: Date) => date.getUTCDay(),
  getMillisecond: () => 0,
  getSecond: () => 0,
  getMinute: () => 0,
  getHour: () => 0,
  getDate: (date: Date) => date.getUTCDate(),
  getMonth: (date: Date) => date.getUTCMonth(),
  getYear: (date: Date) => date.getUTCFullYear(),
  getNow: () => new Date(`${today()}T00:00:00Z`),
  getFixedDate: (day: string) => new Date(`${day}T00:00:00Z`),
  getEndDate: (date: Date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)),
  addYear: (date: Date, years: number) => addMonths(date, 12 * years),
  addMonth: addMonths,
  addDate: addDays,
  setYear: (date: Date, year: number) => addMonths(date, 12 * (year - date.getUTCFullYear())),
  setMonth: (date: Date, month: number) => addMonths(date, month - date.getUTCMonth()),
  setDate: (date: Date, day: number) => changed(date, (copy) => copy.setUTCDate(day)),
  setHour: (date: Date) => date,
  setMinute: (date: Date) => date,
  setSecond: (date: Date) => date,
  setMillisecond: (date: Date) => date,
  isAfter: (a: Date, b: Date) => a.getTime() > b.getTime(),
  isValidate: (date: Date) => !Number.isNaN(date.getTime()),
  locale: {
    getWeekFirstDay: (locale: string) => (isMondayFirst(locale) ? 1 : 0),
    getWeekFirstDate: startOfWeek,
    getWeek: (locale: string, date: Date) => {
      const newYear = startOfWeek(locale, new Date(Date.UTC(date.getUTCFullYear(), 0, 1)))
      return Math.floor((date.getTime() - newYear.getTime()) / (7 * DAY)) + 1
    },
    format,
    parse: (_locale: string, text: string) => dateOfDay(text.trim()) ?? null,
    getShortWeekDays: (locale: string) =>
      // 2026-11-22 is a Sunday.
      Array.from({ length: 7 }, (_, i) =>
        new Date(Date.UTC(2026, 10, 22 + i)).toLocaleDateString(tagOf(locale), { weekday: 'narrow', timeZone: 'UTC' }),
      ),
    getShortMonths: shortMonths,
  },
}
