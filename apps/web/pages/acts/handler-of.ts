import type { CaseView } from '../../../ui/case-view.ts'

/** The organisation the case names for steps of its process, when it does by now. */
export function handlerOf({ process, data }: CaseView): { id: string; name: string } | undefined {
  const field = Object.values(process.handledBy ?? {})[0]
  return field === undefined ? undefined : ((data[field] as { id: string; name: string } | null) ?? undefined)
}
