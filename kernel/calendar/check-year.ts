import { invalid, type Problem } from '../problems/problem.ts'
import { type CalendarYear, calendarOf, isWorkingDay } from './calendar.ts'
import { addDays, type Day, isWeekend, startOfDay } from './day.ts'

/** 全国年节及纪念日放假办法 with fixed days; 清明, 端午, 中秋 and 春节 follow the moon or the sun. */
const FIXED = ['01-01', '05-01', '10-01', '10-02', '10-03']

/** Working days a year has with 11 or 13 holidays, whichever way they are moved about. */
const FEWEST = 240
const MOST = 255

/** All that keeps a year's notice from being used; the first is told. Days off may begin in the last week of the year before. */
export function yearProblem(given: CalendarYear): Problem | undefined {
  return formProblem(given) ?? rangeProblem(given) ?? moveProblem(given) ?? contentProblem(given)
}

function formProblem({ year, source, off, work }: CalendarYear): Problem | undefined {
  if (source.trim() === '') return invalid('calendar.year.no-source', { year })
  const wrong = [...off.flat(), ...work].find((day) => !isDay(day))
  if (wrong !== undefined) return invalid('calendar.year.no-day', { year, day: wrong })
  const stranger = [...off.flat(), ...work].find((day) => !belongs(day, year))
  return stranger === undefined ? undefined : invalid('calendar.year.other-year', { year, day: stranger })
}

function rangeProblem({ year, off }: CalendarYear): Problem | undefined {
  const turned = off.find(([first, last]) => last < first)
  if (turned) return invalid('calendar.year.range-turned', { year, first: turned[0], last: turned[1] })
  const sorted = off.toSorted(([a], [b]) => (a < b ? -1 : 1))
  const twice = sorted.find(([first], i) => i > 0 && first <= sorted[i - 1]![1])
  return twice && invalid('calendar.year.off-twice', { year, day: twice[0] })
}

function moveProblem({ year, off, work }: CalendarYear): Problem | undefined {
  const both = work.find((day) => off.some(([first, last]) => day >= first && day <= last))
  if (both) return invalid('calendar.year.off-and-work', { year, day: both })
  const ordinary = work.find((day) => !isWeekend(day))
  if (ordinary) return invalid('calendar.year.work-on-workday', { year, day: ordinary })
  const twice = work.find((day, i) => work.indexOf(day) !== i)
  return twice === undefined ? undefined : invalid('calendar.year.work-twice', { year, day: twice })
}

function contentProblem(given: CalendarYear): Problem | undefined {
  const { year, off } = given
  const isOff = (day: Day): boolean => off.some(([first, last]) => day >= first && day <= last)
  const missing = FIXED.map((day) => `${year}-${day}`).find((day) => !isOff(day))
  if (missing) return invalid('calendar.year.holiday-missing', { year, day: missing })
  if (!hasSpringFestival(given)) return invalid('calendar.year.no-spring-festival', { year })
  const days = workingDaysOf(given)
  return days < FEWEST || days > MOST
    ? invalid('calendar.year.implausible', { year, days, fewest: FEWEST, most: MOST })
    : undefined
}

/** The new year of the moon falls between 21 January and 20 February; its holiday begins on the eve or the day itself. */
const hasSpringFestival = ({ year, off }: CalendarYear): boolean =>
  off.some(
    ([first, last]) =>
      last >= addDays(first, 2) && last >= `${year}-01-21` && first <= `${year}-02-20` && first > `${year}-01-03`,
  )

/** How many working days the year has, moved ones included. */
export function workingDaysOf(given: CalendarYear): number {
  const calendar = calendarOf([given])
  let days = 0
  for (let day = `${given.year}-01-01`; day <= `${given.year}-12-31`; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) days++
  }
  return days
}

function isDay(day: Day): boolean {
  try {
    startOfDay(day)
    return day.length === 10
  } catch {
    return false
  }
}

const belongs = (day: Day, year: number): boolean =>
  day.startsWith(`${year}-`) || (day >= `${year - 1}-12-25` && day <= `${year - 1}-12-31`)
