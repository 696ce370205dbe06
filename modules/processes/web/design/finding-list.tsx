import { CheckCircleOutlined, CloseCircleFilled, WarningFilled } from '@ant-design/icons'
import type Modeler from 'bpmn-js/lib/Modeler'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { CaseProcess } from '../../../../kernel/cases/case-process.ts'
import { transitionsOf } from '../../../../kernel/process/model.ts'
import type { Finding } from '../../rules/finding.ts'
import { useStepTitle } from '../use-step-title.ts'
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

/** A finding in words: elements by their titles, ways by theirs or by where they lead, verbs as they are called. */
export function useFindingSentence(process: CaseProcess | undefined) {
  const { t, has, words } = useTexts()
  const titleOf = useStepTitle()
  const titles = new Map(process?.steps.map((step) => [step.id, titleOf(step)]) ?? [])
  const wayTitle = (step: string | undefined, name: string): string | undefined => {
    const from = process?.steps.find(({ id }) => id === step)
    const way = from && transitionsOf(from).find((one) => one.name === name)
    return way && (words(way.title) || `→ ${titles.get(way.to) ?? way.to}`)
  }
  return ({ problem, step }: Finding): string => {
    const inWords = (name: string, text: string): string => {
      if (name === 'verb' && has(`processes.verb.${text}`)) return t(`processes.verb.${text}`)
      if (name === 'transition') return wayTitle(step, text) ?? text
      return titles.get(text) ?? (has(text) ? t(text) : text)
    }
    const told = Object.entries(problem.params ?? {}).map(([name, value]) => [name, inWords(name, String(value))])
    return has(problem.code) ? t(problem.code, Object.fromEntries(told)) : problem.code
  }
}
