import { CheckCircleOutlined, CloseCircleFilled, WarningFilled } from '@ant-design/icons'
import type Modeler from 'bpmn-js/lib/Modeler'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { CaseProcess } from '../../../../kernel/cases/case-process.ts'
import type { Finding } from '../../rules/finding.ts'
import { service } from './canvas/canvas-types.ts'
import { elementOf } from './use-checks.ts'

type Props = { modeler: Modeler; findings: Finding[]; process: CaseProcess | undefined }

/** 检查结果: errors first; a press shows the element. */
export function FindingList({ modeler, findings, process }: Props) {
  const { t } = useTexts()
  const sentence = useFindingSentence(process)
  if (findings.length === 0)
    return (
      <EmptyState
        small
        icon={<CheckCircleOutlined />}
        title={t('processes.findings.none')}
        next={t('processes.findings.none.next')}
      />
    )
  const show = ({ step }: Finding) => {
    const element = elementOf(modeler, step)
    if (!element) return
    service(modeler, 'selection').select(element)
    service(modeler, 'canvas').scrollToElement(element.id)
  }
  const sorted = findings.toSorted((a, b) => a.level.localeCompare(b.level))
  return (
    <ul className="findings">
      {sorted.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same may be said twice of one element
        <li key={i} className={`finding finding-${one.level}`}>
          <button type="button" onClick={() => show(one)}>
            {one.level === 'error' ? <CloseCircleFilled /> : <WarningFilled />}
            <span>{sentence(one)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** A finding in words, elements by their titles. */
export function useFindingSentence(process: CaseProcess | undefined) {
  const { t, has, words } = useTexts()
  const titles = new Map(process?.steps.map(({ id, title }) => [id, words(title)]) ?? [])
  return ({ problem }: Finding): string => {
    const told = Object.entries(problem.params ?? {}).map(([name, value]) => {
      const text = String(value)
      const verb = name === 'verb' && has(`processes.verb.${text}`) ? t(`processes.verb.${text}`) : undefined
      return [name, verb ?? titles.get(text) ?? value]
    })
    return has(problem.code) ? t(problem.code, Object.fromEntries(told)) : problem.code
  }
}
