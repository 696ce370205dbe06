import { useTexts } from '../../../apps/ui/i18n/use-texts.ts'
import type { Step } from '../../../kernel/process/model.ts'

/** What a step is called; one that nobody named, by what it is: ids are for machines. */
export function useStepTitle(): (step: Pick<Step, 'id' | 'title' | 'kind'>) => string {
  const { t, words } = useTexts()
  return ({ id, title, kind }) => {
    const called = words(title)
    return called === '' || called === id ? t(`processes.kind.${kind}`) : called
  }
}
