import type { Module } from '../../kernel/http/action.ts'
import { adoptOperation } from './actions/adopt-operation.ts'
import { claimFieldTask } from './actions/claim-task.ts'
import { sync } from './actions/sync.ts'
import { listHeld } from './queries/list-held.ts'
import { listFieldTasks } from './queries/list-tasks.ts'
import { viewFieldTask } from './queries/view-task.ts'

export const fieldwork = {
  name: 'fieldwork',
  title: { zh: '外业举证', en: 'Field work' },
  actions: [sync, claimFieldTask, adoptOperation],
  queries: [listFieldTasks, viewFieldTask, listHeld],
  jobs: [],
} as const satisfies Module
