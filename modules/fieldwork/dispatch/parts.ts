import { assignTasks } from './actions/assign-tasks.ts'
import { claimFieldTasks } from './actions/claim-tasks.ts'
import { deleteFieldTask } from './actions/delete-task.ts'
import { forceClaimFieldTask } from './actions/force-claim.ts'
import { clearNoSurveyTasks, markNoSurveyTasks } from './actions/no-survey-tasks.ts'
import { recallTasks } from './actions/recall-tasks.ts'
import { returnFieldTasks } from './actions/return-tasks.ts'
import { removeRule, saveRule } from './actions/rules.ts'
import { withdrawFieldTasks } from './actions/withdraw-tasks.ts'
import { listDispatch } from './queries/dispatch-list.ts'
import { listDispatchPlaces } from './queries/dispatch-places.ts'
import { listWorkers } from './queries/people.ts'
import { listRules } from './queries/rules.ts'
import { taskHistory } from './queries/task-history.ts'

/** 签派: what the room brings to the module. */
export const dispatchActions = [
  claimFieldTasks,
  forceClaimFieldTask,
  returnFieldTasks,
  withdrawFieldTasks,
  markNoSurveyTasks,
  clearNoSurveyTasks,
  deleteFieldTask,
  assignTasks,
  recallTasks,
  saveRule,
  removeRule,
] as const
export const dispatchQueries = [taskHistory, listDispatch, listDispatchPlaces, listWorkers, listRules] as const
