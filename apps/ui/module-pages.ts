import type { ComponentType, ReactNode } from 'react'
import type { Words } from './i18n/use-texts.ts'
import type { StepPanelProps } from './step-panel.ts'

export type MenuGroup = 'business' | 'results' | 'settings'

/** A page of a module: where it is, what it is called in the menu, and how it is loaded. */
export type ModulePage = {
  /** «batches», «batches/:batchId»: below the root of the console */
  path: string
  load: () => Promise<{ default: ComponentType }>
  /** Left out for pages that are reached from others. */
  menu?: { title: Words; icon: ReactNode; group: MenuGroup; order: number; verb?: string }
}

/** What a module brings to the console: `export const pages: ModulePages` in modules/<name>/web/pages.tsx. */
export type ModulePages = {
  /** The business its cases carry. */
  business: string
  pages: readonly ModulePage[]
  /** The panel a case shows at a process step instead of the plain form; keyed by step id. */
  stepPanels: Record<string, () => Promise<{ default: ComponentType<StepPanelProps> }>>
}
