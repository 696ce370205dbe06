import { Button, Input } from 'antd'
import { useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { ProblemError } from '../../../../apps/ui/problem.ts'
import { type Decision, evaluateDecision } from '../../../../kernel/process/decision/evaluate.ts'
import type { DecisionTable } from '../../../../kernel/process/decision/table.ts'
import { namesIn } from '../../rules/check-facts.ts'
import { meantBy } from '../../rules/meant-by.ts'
import { TextProperty } from '../design/panel/property-inputs.tsx'

type Props = {
  table: DecisionTable
  isEditable: boolean
  onChange: (table: DecisionTable) => void
  onHits: (rules: string[]) => void
}

/** 试算: values in, the answer and the rules that gave it out. */
export function TablePanel({ table, isEditable, onChange, onHits }: Props) {
  const { t } = useTexts()
  return (
    <aside className="design-side">
      <div className="panel-body">
        <fieldset className="bare" disabled={!isEditable}>
          <TextProperty
            label={t('processes.prop.title.zh')}
            value={table.name}
            onChange={(name) => onChange({ ...table, name })}
          />
        </fieldset>
        <Trial table={table} onHits={onHits} />
      </div>
    </aside>
  )
}

function Trial({ table, onHits }: Pick<Props, 'table' | 'onHits'>) {
  const { t } = useTexts()
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [answer, setAnswer] = useState<Decision | ProblemError | null>(null)
  const names = [...new Set(table.inputs.flatMap(({ expression }) => namesIn(expression)))]
  const labels = new Map(table.inputs.map(({ expression, label }) => [expression, label]))
  const run = () => {
    const found = answerOf(table, Object.fromEntries(names.map((name) => [name, meantBy(typed[name] ?? '')])))
    setAnswer(found)
    onHits(found instanceof ProblemError ? [] : found.matchedRules)
  }
  return (
    <form
      className="trial"
      onSubmit={(event) => {
        event.preventDefault()
        run()
      }}
    >
      <h3 className="prop-title">{t('processes.trial')}</h3>
      <p className="quiet">{t('processes.trial.hint')}</p>
      {names.map((name) => (
        <div className="sim-fact" key={name}>
          <label htmlFor={`trial-${name}`}>{labels.get(name) ?? name}</label>
          <Input
            id={`trial-${name}`}
            value={typed[name] ?? ''}
            onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
          />
        </div>
      ))}
      <Button type="primary" htmlType="submit">
        {t('processes.trial.run')}
      </Button>
      {answer instanceof ProblemError && <RefusalNotice error={answer} />}
      {answer && !(answer instanceof ProblemError) && <Answer table={table} answer={answer} />}
    </form>
  )
}

function answerOf(table: DecisionTable, facts: Record<string, unknown>): Decision | ProblemError {
  try {
    const found = evaluateDecision(table, facts)
    return 'code' in found ? new ProblemError(found.code, found.status, found.params ?? {}) : found
  } catch {
    return new ProblemError('processes.trial.unreadable', 422)
  }
}

function Answer({ table, answer }: { table: DecisionTable; answer: Decision }) {
  const { t } = useTexts()
  const results = answer.outputs ? [answer.outputs] : answer.hits
  const rowOf = (id: string) => table.rules.findIndex((rule) => rule.id === id) + 1
  return (
    <div className="dmn-answer" role="status">
      {results.length === 0 && <p>{t('processes.trial.nothing')}</p>}
      {results.map((outputs, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: results have no name but their place
        <dl key={i}>
          {table.outputs.map(({ name, label }) => (
            <div key={name} className="sim-fact">
              <dt>{label}</dt>
              <dd>
                <b>{String(outputs[name] ?? '')}</b>
              </dd>
            </div>
          ))}
        </dl>
      ))}
      {answer.reasons.map(({ rule, text }) => (
        <p key={rule} className="quiet">
          {t('processes.trial.rule', { row: rowOf(rule), text })}
        </p>
      ))}
      {answer.unknown.length > 0 && (
        <p className="quiet">{t('processes.trial.unknown', { names: answer.unknown.join(t('common.comma')) })}</p>
      )}
    </div>
  )
}
