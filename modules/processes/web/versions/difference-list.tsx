import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { CaseProcess } from '../../../../kernel/cases/case-process.ts'
import { compareProcesses, type Difference } from '../../rules/compare-processes.ts'
import { useStepTitle } from '../use-step-title.ts'

/** Two versions in words, step by step. */
export function DifferenceList({ before, after }: { before: CaseProcess; after: CaseProcess }) {
  const { t, words } = useTexts()
  const spell = useSpelling([before, after])
  const differences = compareProcesses(before, after)
  if (differences.length === 0) return <p className="quiet">{t('processes.differences.none')}</p>
  const groups = Map.groupBy(differences, ({ step }) => step?.id ?? '')
  return (
    <ul className="differences">
      {[...groups].map(([id, found]) => (
        <li key={id}>
          <b>{found[0]!.step ? words(found[0]!.step.title) : t('processes.differences.process')}</b>
          <ul>
            {found.map((one) => (
              <li key={one.part} className={`difference difference-${one.kind}`}>
                {spell(one)}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function useSpelling(processes: CaseProcess[]) {
  const { t, has } = useTexts()
  const titleOf = useStepTitle()
  const titles = new Map(processes.flatMap(({ steps }) => steps.map((step) => [step.id, titleOf(step)] as const)))
  const value = (text: string): string =>
    text
      .split(' ')
      .map((word) => titles.get(word) ?? (has(`processes.verb.${word}`) ? t(`processes.verb.${word}`) : word))
      .join(' ')
  return ({ kind, part, from, to }: Difference): string => {
    if (from === undefined && to === undefined)
      return t(`processes.differs.step.${kind}`, { what: t(`processes.kind.${part}`) })
    // Which of several ways it is, is told by where it leads: its own name means nothing to people.
    const name = part.startsWith('way ')
      ? t('processes.differs.way')
      : has(`processes.differs.${part}`)
        ? t(`processes.differs.${part}`)
        : part
    return t(`processes.differs.${kind}`, { name, from: value(from ?? ''), to: value(to ?? '') })
  }
}
