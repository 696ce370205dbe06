import { Type } from '@sinclair/typebox'
import { caseTrend } from '../../../kernel/cases/lists/case-trend.ts'
import { waitingTasks } from '../../../kernel/cases/lists/supervision-list.ts'
import { supervisionOverview } from '../../../kernel/cases/lists/supervision-overview.ts'
import { AGES } from '../../../kernel/cases/lists/waiting-filter.ts'
import { query } from '../../../kernel/http/action.ts'
import { After, AreaCode, Code, Id, Limit, listFilter, Text } from '../schema.ts'

const waitingFilter = { ...listFilter, age: Type.Optional(Type.Union(AGES.map(({ age }) => Type.Literal(age)))) }

/** 督办: where work waits, by step, area, organisation, lamp and age. */
export const overview = query({
  name: 'casework.supervision.overview',
  input: Type.Object(waitingFilter),
  handle: (context, filter) => supervisionOverview(context, 'casework.supervision.overview', filter),
})

/** The tasks behind any number of the overview: {items, next}. */
export const waitingList = query({
  name: 'casework.supervision.tasks',
  input: Type.Object({ ...waitingFilter, limit: Limit, after: After }),
  handle: (context, request) => waitingTasks(context, 'casework.supervision.tasks', request),
})

/** Cases received and closed: {rows}. */
export const trend = query({
  name: 'casework.supervision.trend',
  input: Type.Object({
    unit: Type.Union([Type.Literal('day'), Type.Literal('week'), Type.Literal('month')]),
    business: Code,
    area: AreaCode,
    organisation: Type.Optional(Id),
    text: Text,
  }),
  handle: async (context, request) => ({ rows: await caseTrend(context, 'casework.supervision.trend', request) }),
})
