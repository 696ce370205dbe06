import { Input } from 'antd'
import { FieldInput } from '../../../../apps/ui/form/field-input.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { CaseProcess } from '../../../../kernel/cases/case-process.ts'
import type { Facts } from '../../../../kernel/process/state.ts'
import { expressionsOf, namesIn } from '../../rules/check-facts.ts'
import type { KnownNames } from '../../rules/known.ts'

type FactsProps = { process: CaseProcess; known: KnownNames; facts: Facts; onChange: (facts: Facts) => void }

/** Only what some condition asks for; decisions answer for themselves. */
export function SampleFacts({ process, known, facts, onChange }: FactsProps) {
  const { t, words } = useTexts()
  const decided = new Set(known.decisions.flatMap(({ outputs }) => outputs))
  const asked = process.steps.flatMap((step) => expressionsOf(step).flatMap(namesIn))
  const inputs = process.steps.flatMap((step) =>
    step.kind === 'decision'
      ? (known.decisions
          .find(({ key }) => key === step.decision)
          ?.table.inputs.flatMap(({ expression }) => namesIn(expression)) ?? [])
      : [],
  )
  const names = [...new Set([...asked, ...inputs])].filter(
    (name) => name !== 'case' && name !== 'outcome' && !decided.has(name),
  )
  const fields = new Map(known.forms.flatMap((form) => form.fields.map((field) => [field.name, field] as const)))
  if (names.length === 0) return null
  return (
    <fieldset className="sim-facts">
      <legend>{t('processes.sim.facts')}</legend>
      {names.map((name) => {
        const field = fields.get(name)
        const set = (value: unknown) => onChange({ ...facts, [name]: value })
        return (
          <div key={name} className="sim-fact">
            <label id={`sim-${name}-label`} htmlFor={`sim-${name}`}>
              {field ? words(field.title) : name}
            </label>
            {field && SIMPLE.includes(field.type) ? (
              <FieldInput
                id={`sim-${name}`}
                field={field as never}
                value={facts[name]}
                isWrong={false}
                labelledBy={`sim-${name}-label`}
                onChange={set}
              />
            ) : (
              <Input
                id={`sim-${name}`}
                value={spelled(facts[name])}
                placeholder={t('processes.sim.value')}
                onChange={({ target }) => set(read(target.value))}
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

const SIMPLE = ['text', 'number', 'yesNo', 'date', 'multiline']

const spelled = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)

/** Numbers, true and lists as they are meant; anything else is a text. */
function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
