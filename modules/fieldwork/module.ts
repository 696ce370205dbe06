import type { Module } from '../../kernel/http/action.ts'
import { adoptOperation } from './actions/adopt-operation.ts'
import { claimFieldTask } from './actions/claim-task.ts'
import { deviceKey } from './actions/device-key.ts'
import { registerDevice } from './actions/register-device.ts'
import { revokeDevice } from './actions/revoke-device.ts'
import { sync } from './actions/sync.ts'
import { declineOperation } from './conflicts/decline-operation.ts'
import { resolveConflict } from './conflicts/resolve-conflict.ts'
import { viewConflict } from './conflicts/view-conflict.ts'
import { dispatchActions, dispatchQueries } from './dispatch/parts.ts'
import { preparePackage } from './packages/actions/prepare-package.ts'
import { makePackage } from './packages/build/make-package.ts'
import { find } from './packages/queries/find.ts'
import { planOfPackage } from './packages/queries/plan-package.ts'
import { readBlock } from './packages/queries/read-block.ts'
import { viewPackage } from './packages/queries/view-package.ts'
import { poolActions, poolQueries } from './pool/parts.ts'
import { publishFieldwork } from './publish.ts'
import { listDevices } from './queries/list-devices.ts'
import { listHeld } from './queries/list-held.ts'
import { listFieldTasks } from './queries/list-tasks.ts'
import { pullTasks } from './queries/pull-tasks.ts'
import { viewFieldTask } from './queries/view-task.ts'
import { surveyActions, surveyJobs, surveyQueries } from './survey-parts.ts'

export const fieldwork = {
  name: 'fieldwork',
  title: { zh: '外业举证', en: 'Field work' },
  actions: [
    ...dispatchActions,
    ...poolActions,
    ...surveyActions,
    sync,
    claimFieldTask,
    adoptOperation,
    registerDevice,
    deviceKey,
    declineOperation,
    resolveConflict,
    revokeDevice,
    preparePackage,
  ],
  queries: [
    ...dispatchQueries,
    ...poolQueries,
    ...surveyQueries,
    listFieldTasks,
    pullTasks,
    viewFieldTask,
    listHeld,
    viewConflict,
    listDevices,
    planOfPackage,
    viewPackage,
    readBlock,
    find,
  ],
  jobs: [makePackage, ...surveyJobs],
  publish: publishFieldwork,
} as const satisfies Module
