import type { Module } from '../../kernel/http/action.ts'
import { adoptOperation } from './actions/adopt-operation.ts'
import { claimFieldTask } from './actions/claim-task.ts'
import { registerDevice } from './actions/register-device.ts'
import { revokeDevice } from './actions/revoke-device.ts'
import { sync } from './actions/sync.ts'
import { listDevices } from './queries/list-devices.ts'
import { listHeld } from './queries/list-held.ts'
import { listFieldTasks } from './queries/list-tasks.ts'
import { viewFieldTask } from './queries/view-task.ts'

export const fieldwork = {
  name: 'fieldwork',
  title: { zh: '外业举证', en: 'Field work' },
  actions: [sync, claimFieldTask, adoptOperation, registerDevice, revokeDevice],
  queries: [listFieldTasks, viewFieldTask, listHeld, listDevices],
  jobs: [],
} as const satisfies Module
