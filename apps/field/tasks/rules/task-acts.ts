import type { ListedTask } from './listed-task.ts'

export type TaskActName =
  | 'claim'
  | 'force'
  | 'return'
  | 'noSurvey'
  | 'surveyAfterAll'
  | 'handIn'
  | 'withdraw'
  | 'delete'

/** What a person may ask for with a task, as far as the phone knows; the server decides. The first is the one to offer. */
export function actsOf({ state, mine, holder, noSurvey, isDiscovered, local }: ListedTask): TaskActName[] {
  if (local.request) return []
  if (state === 'open') return holder === null || mine ? ['claim'] : []
  if (state === 'claimed' && mine) {
    if (local.work === 'submitting') return []
    // Surveyed work is handed in where it is looked through; a marked range has nothing to look through.
    return noSurvey ? ['handIn', 'surveyAfterAll', 'return'] : ['return', 'noSurvey']
  }
  if (state === 'claimed') return ['force']
  if (state === 'done' && mine) return isDiscovered ? ['withdraw', 'delete'] : ['withdraw']
  return []
}

/** Acts that are done with many at once. */
export const manyActs = ['claim', 'handIn', 'return', 'noSurvey', 'withdraw'] as const satisfies TaskActName[]
export type ManyAct = (typeof manyActs)[number]

export const allowing = (tasks: readonly ListedTask[], act: TaskActName): ListedTask[] =>
  tasks.filter((task) => actsOf(task).includes(act))
