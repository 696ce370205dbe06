import type { Module } from '../../kernel/http/action.ts'
import { arrangeCards } from './actions/arrange.ts'
import { listBusinesses } from './queries/list-businesses.ts'
import { recentCases } from './queries/recent.ts'

export const centre = {
  name: 'centre',
  title: { zh: '业务中心', en: 'Business centre' },
  actions: [arrangeCards],
  queries: [listBusinesses, recentCases],
  jobs: [],
} as const satisfies Module
