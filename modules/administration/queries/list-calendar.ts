import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { workingDaysOf } from '../../../kernel/calendar/check-year.ts'
import { calendarYears } from '../../../kernel/cases/calendar.ts'
import { query } from '../../../kernel/http/action.ts'

/** Every year the clocks know; `publishedAt` null: as the program brought it. */
export const listCalendar = query({
  name: 'administration.calendar.list',
  input: Type.Object({}),
  handle: async (context) => {
    const years = await calendarYears(context)
    const { rows } = await sql<{ id: string; name: string }>`select id, name from person
      where id = any(${years.flatMap(({ publishedBy }) => publishedBy ?? [])}::uuid[])`.execute(context.trx)
    const named = (id: string | null) => rows.find((row) => row.id === id) ?? null
    return {
      rows: years.map((year) => ({ ...year, publishedBy: named(year.publishedBy), workingDays: workingDaysOf(year) })),
    }
  },
})
