import { useTexts, type Words } from '../../ui/i18n/use-texts.ts'

/** What a task is called: its step, and where that is gone once for each of a list, which of it. */
export function useTaskTitle(): (task: { stepTitle: Words | null; item: string | null }) => string {
  const { words } = useTexts()
  return ({ stepTitle, item }) => [words(stepTitle ?? undefined), item].filter(Boolean).join(' · ')
}
