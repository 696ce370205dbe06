import { Select } from 'antd'
import type { AnswerOf } from '../../../../apps/ui/api-types.ts'
import { StatusDot } from '../../../../apps/ui/components/status-dot.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { CaseProcess } from '../../../../kernel/cases/case-process.ts'
import { useFindingSentence } from '../design/finding-list.tsx'
import { useStepTitle } from '../use-step-title.ts'

type Props = {
  preview: AnswerOf<'processes.migration.preview'>
  old: CaseProcess
  target: CaseProcess
  mapping: Record<string, string>
  onMapping: (mapping: Record<string, string>) => void
}

/** How many cases can go, what the others lack, and what one can do about it. */
export function MigrationPreview({ preview, old, target, mapping, onMapping }: Props) {
  const { t } = useTexts()
  const called = useStepTitle()
  const sentence = useFindingSentence(old)
  const mapped = [...new Set([...Object.keys(mapping), ...preview.needMapping.map(({ step }) => step)])]
  const kindOf = (id: string) => old.steps.find((step) => step.id === id)?.kind
  const titleOf = (id: string) => {
    const step = old.steps.find((one) => one.id === id)
    return step ? called(step) : id
  }
  return (
    <div className="migration">
      <p>
        <StatusDot tone="good">{t('processes.migrate.movable', { count: preview.movable })}</StatusDot>{' '}
        {preview.stuckTotal > 0 && (
          <StatusDot tone="bad">{t('processes.migrate.stuck', { count: preview.stuckTotal })}</StatusDot>
        )}
      </p>
      {mapped.map((step) => (
        <div className="sim-fact" key={step}>
          <span>{titleOf(step)}</span>
          <Select
            aria-label={t('processes.migrate.mapping', { step: titleOf(step) })}
            placeholder={t('processes.migrate.choose')}
            allowClear
            {...(mapping[step] !== undefined && { value: mapping[step] })}
            options={target.steps
              .filter(({ kind }) => kind === kindOf(step))
              .map((one) => ({ value: one.id, label: called(one) }))}
            onChange={(next?: string) => {
              const { [step]: _, ...rest } = mapping
              onMapping(next ? { ...rest, [step]: next } : rest)
            }}
          />
        </div>
      ))}
      <ul className="findings migration-list">
        {preview.stuck.map(({ id, number, reasons }) => (
          <li key={id} className="finding finding-error">
            <b>{number}</b> {reasons.map((problem) => sentence({ level: 'error', problem })).join('；')}
          </li>
        ))}
        {preview.noted.map((one) => (
          <li key={one.id} className="finding">
            <b>{one.number}</b>{' '}
            {'notes' in one && one.notes.map((problem) => sentence({ level: 'warning', problem })).join('；')}
          </li>
        ))}
      </ul>
    </div>
  )
}
