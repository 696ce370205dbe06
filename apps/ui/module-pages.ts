import type { ComponentType, ReactNode } from 'react'
import type { FormValues } from '../../kernel/forms/definition.ts'
import type { Input } from './api.ts'
import type { CaseView, TaskView } from './case-view.ts'
import type { Words } from './i18n/use-texts.ts'
import type { MapHandle } from './map/map-handle.ts'

export type MenuGroup = 'business' | 'results' | 'settings'

/** A page of a module: where it is, what it is called in the menu, and how it is loaded. */
export type ModulePage = {
  /** «batches», «batches/:batchId»: below the root of the console */
  path: string
  load: () => Promise<{ default: ComponentType }>
  /** Left out for pages that are reached from others; `verb` is the right without which the entry is hidden. */
  menu?: { title: Words; icon: ReactNode; group: MenuGroup; order: number; verb?: string }
}

export type CaseTabProps = { case: CaseView; map: MapHandle | null }

/** A tab beside form, opinions, files and flow; `title` is a text's key. */
export type CaseTab = { key: string; title: string; load: () => Promise<{ default: ComponentType<CaseTabProps> }> }

/** What a step's panel is given: the case, its open task, and the map beside it. */
export type StepPanelProps = CaseTabProps & {
  task: TaskView
  /** To be called after an act of the panel's own that moved the case. */
  onDone: () => void
}

/** What was filled in when a way out of the step was chosen. */
export type Completion = {
  caseId: string
  taskId: string
  outcome: string
  data: FormValues
  opinion?: string
  revision: number
}

/** How a step is worked on: completing it is always the business's own act. */
export type StepPanel = {
  /** Stands above the form: patches, photos, before and after. */
  load?: () => Promise<{ default: ComponentType<StepPanelProps> }>
  /** The act that takes the form's outcome; left out where the panel itself has the buttons for the way on. */
  complete?: (done: Completion) => { verb: string; input: Input }
}

/** What a module brings to the console: `export const pages: ModulePages` in modules/<name>/web/pages.tsx. */
export type ModulePages = {
  /** The business its cases carry, or what several begin with; several modules may bring something to the same cases. */
  business: string
  pages: readonly ModulePage[]
  /** By step id of its processes. */
  stepPanels?: Record<string, StepPanel>
  caseTabs?: readonly CaseTab[]
  /** Other businesses whose cases get these tabs too. */
  tabsAlsoFor?: readonly string[]
}
