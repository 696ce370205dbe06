import type { Module } from '../../kernel/http/action.ts'
import { adoptOperation } from './actions/adopt-operation.ts'
import { claimFieldTask } from './actions/claim-task.ts'
import { registerDevice } from './actions/register-device.ts'
import { revokeDevice } from './actions/revoke-device.ts'
import { sync } from './actions/sync.ts'
import { preparePackage } from './packages/actions/prepare-package.ts'
import { makePackage } from './packages/build/make-package.ts'
import { find } from './packages/queries/find.ts'
import { planOfPackage } from './packages/queries/plan-package.ts'
import { readBlock } from './packages/queries/read-block.ts'
import { viewPackage } from './packages/queries/view-package.ts'
import { listDevices } from './queries/list-devices.ts'
import { listHeld } from './queries/list-held.ts'
import { listFieldTasks } from './queries/list-tasks.ts'
import { viewFieldTask } from './queries/view-task.ts'

export const fieldwork = {
  name: 'fieldwork',
  title: { zh: '外业举证', en: 'Field work' },
  actions: [sync, claimFieldTask, adoptOperation, registerDevice, revokeDevice, preparePackage],
  queries: [listFieldTasks, viewFieldTask, listHeld, listDevices, planOfPackage, viewPackage, readBlock, find],
  jobs: [makePackage],
} as const satisfies Module
