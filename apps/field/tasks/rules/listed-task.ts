import type { FieldTask } from '../../store/answers.ts'
import type { LocalState } from './local-state.ts'

/** A task of the list with what this phone adds to it. `package` and `range` are not for lists. */
export type ListedTask = Omit<FieldTask, 'range'> & { local: LocalState; areaName: string }
