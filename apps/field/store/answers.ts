import type { listFieldTasks } from '../../../modules/fieldwork/queries/list-tasks.ts'
import type { viewFieldTask } from '../../../modules/fieldwork/queries/view-task.ts'

/** A value as JSON brings it: instants are texts. */
type Json<T> = T extends Date ? string : T extends object ? { [K in keyof T]: Json<T[K]> } : T

export type FieldTask = Json<Awaited<ReturnType<typeof listFieldTasks.handle>>>['tasks'][number]
export type TaskPackage = Json<Awaited<ReturnType<typeof viewFieldTask.handle>>>
