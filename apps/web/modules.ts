import type { ModulePages } from '../ui/module-pages.ts'

const found = import.meta.glob<{ pages: ModulePages }>('../../modules/*/web/pages.tsx', { eager: true })

/** What the modules bring to the console; their pages themselves are loaded when opened. */
export const modulePages: ModulePages[] = Object.values(found).map((module) => module.pages)
