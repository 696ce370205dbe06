import type { ComponentType } from 'react'
import { StoragePage } from './home/storage-page.tsx'
import type { PageProps } from './parts/page-props.ts'
import { PinPage } from './store/lock/pin-page.tsx'
import { TaskPage } from './survey/task-page.tsx'
import { TaskList } from './tasks/task-list.tsx'

/** Pages by the first part of the address. Each belongs to one room. */
export const pages: Record<string, ComponentType<PageProps>> = {
  tasks: TaskList,
  task: TaskPage,
  storage: StoragePage,
  pin: PinPage,
}
