import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { CaseProcess } from '../../../../kernel/cases/case-process.ts'
import { compareProcesses, type Difference } from '../../rules/compare-processes.ts'
import './versions.css'
import { sayPart } from './say-part.ts'
import { useNames } from './use-names.ts'

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

function useSpelling([before, after]: [CaseProcess, CaseProcess]) {
  const { t, has } = useTexts()
  // What is called otherwise now is told by what it was called then.
  const [then, now] = [useNames([after, before]), useNames([before, after])]
  return ({ kind, part, step, from, to }: Difference): string => {
    if (from === undefined && to === undefined)
      return t(`processes.differs.step.${kind}`, { what: t(`processes.kind.${part}`) })
    const of = part.startsWith('way ') ? 'way' : part
    const name = has(`processes.differs.${of}`) ? t(`processes.differs.${of}`) : part
    return t(`processes.differs.${kind}`, {
      name,
      from: from === undefined ? '' : sayPart(part, from, then, step?.id),
      to: to === undefined ? '' : sayPart(part, to, now, step?.id),
    })
  }
}
