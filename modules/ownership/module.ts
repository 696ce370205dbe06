import type { Module } from '../../kernel/http/action.ts'
import { publishOwnership } from './publish.ts'
import { exportStatistics } from './statistics/export.ts'
import { homesteadStatistics } from './statistics/overview.ts'

export const ownership = {
  name: 'ownership',
  title: { zh: '权属调查', en: 'Ownership' },
  actions: [],
  queries: [homesteadStatistics, exportStatistics],
  jobs: [],
  publish: publishOwnership,
} as const satisfies Module
