import { AutoComplete, Button, Input, InputNumber, Select } from 'antd'
import { useMemo, useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { ProblemError } from '../../../../apps/ui/problem.ts'
import type { DecisionTable } from '../../../../kernel/process/decision/table.ts'
import { answerRule } from '../../rules/answer-rule.ts'
import { meantBy } from '../../rules/meant-by.ts'
import type { RuleInput } from '../../rules/rule-inputs.ts'
import { Answer } from './answer.tsx'

type Props = { table: DecisionTable; inputs: RuleInput[]; onHits: (rules: string[]) => void }

/** 试算: the same code the service runs, so what is seen here is what a caller is told. */
export function Bench({ table, inputs, onHits }: Props) {
  const { t, said } = useTexts()
  const [facts, setFacts] = useState<Record<string, unknown>>({})
  const given = Object.values(facts).some((value) => value !== null && value !== undefined && value !== '')
  const answer = useMemo(() => (given ? answerRule(table, facts) : null), [table, facts, given])
  const set = (name: string, value: unknown) => {
    const next = { ...facts, [name]: value }
    setFacts(next)
    const found = answerRule(table, next)
    onHits('code' in found ? [] : found.matched.map(({ rule }) => rule))
  }
  const clear = () => {
    setFacts({})
    onHits([])
  }
  return (
    <>
      <div className="rule-bench-head">
        <h2 className="table-title">{t('processes.rule.bench')}</h2>
        <Button size="small" onClick={clear} disabled={!given}>
          {t('processes.rule.bench.clear')}
        </Button>
      </div>
      <p className="quiet">{t('processes.rule.bench.hint')}</p>
      {inputs.map((input) => (
        <div className="rule-input" key={input.name}>
          <label htmlFor={`bench-${input.name}`}>{said(input.label)}</label>
          <Value input={input} value={facts[input.name]} onChange={(value) => set(input.name, value)} />
        </div>
      ))}
      <div className="rule-answer" role="status">
        {answer === null && <p className="quiet">{t('processes.rule.bench.waiting')}</p>}
        {answer && 'code' in answer && (
          <RefusalNotice error={new ProblemError(answer.code, answer.status, answer.params ?? {})} />
        )}
        {answer && !('code' in answer) && <Answer table={table} answer={answer} />}
      </div>
    </>
  )
}

type ValueProps = { input: RuleInput; value: unknown; onChange: (value: unknown) => void }

function Value({ input: { name, kind, choices }, value, onChange }: ValueProps) {
  const { t } = useTexts()
  const id = `bench-${name}`
  if (kind === 'number')
    return (
      <InputNumber id={id} value={(value as number | null) ?? null} onChange={onChange} style={{ width: '100%' }} />
    )
  if (kind === 'yesNo')
    return (
      <Select
        {...{ id, allowClear: true, style: { width: '100%' } }}
        value={(value as boolean | null) ?? null}
        options={[
          { value: true, label: t('common.yes') },
          { value: false, label: t('common.no') },
        ]}
        onChange={(next) => onChange(next ?? null)}
      />
    )
  if (choices.length > 0)
    return (
      <AutoComplete
        {...{ id, allowClear: true, style: { width: '100%' }, placeholder: t('processes.rule.bench.any') }}
        value={String(value ?? '')}
        options={choices.map((choice) => ({ value: choice }))}
        onChange={(next) => onChange(next === '' ? null : next)}
      />
    )
  return <Typed id={id} onChange={onChange} />
}

/** «12» is a number, «[1, 2]» a list, anything else the text itself. */
function Typed({ id, onChange }: { id: string; onChange: (value: unknown) => void }) {
  const [text, setText] = useState('')
  return (
    <Input
      id={id}
      value={text}
      maxLength={500}
      onChange={({ target }) => {
        setText(target.value)
        onChange(meantBy(target.value))
      }}
    />
  )
}
