import { Type } from '@sinclair/typebox'
import { yearProblem } from '../../../kernel/calendar/check-year.ts'
import { calendarYears } from '../../../kernel/cases/calendar.ts'
import { publishYear } from '../../../kernel/cases/clocks/publish-year.ts'
import { action } from '../../../kernel/http/action.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** Holidays and 调休 of a year as the State Council announced them; answers with how many last days have moved. */
export const publishCalendar = action({
  verb: 'administration.calendar.publish',
  input: Type.Object({
    year: Type.Integer({ minimum: 1949, maximum: 2999 }),
    source: Type.String({ minLength: 1, maxLength: 300 }),
    off: Type.Array(Type.Tuple([Day, Day]), { maxItems: 60 }),
    work: Type.Array(Day, { maxItems: 120 }),
  }),
  facts: async (context, { year }) => (await calendarYears(context)).find((one) => one.year === year) ?? null,
  refuse: (_before, given) => yearProblem(given),
  handle: (context, given) => publishYear(context, given),
  audit: (given, moved, before) => ({ subject: `calendar:${given.year}`, before, after: { ...given, moved } }),
})
