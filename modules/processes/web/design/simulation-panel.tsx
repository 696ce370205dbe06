import { Button, Input } from 'antd'
import { useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { FieldInput } from '../../../../apps/ui/form/field-input.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { CaseProcess } from '../../../../kernel/cases/case-process.ts'
import type { Facts } from '../../../../kernel/process/state.ts'
import { expressionsOf, namesIn } from '../../rules/check-facts.ts'
import { errorsAmong } from '../../rules/finding.ts'
import type { KnownNames } from '../../rules/known.ts'
import { type Place, placesOf, type Walk } from '../../rules/simulation.ts'
import type { Checked } from './use-checks.ts'
import type { useSimulation } from './use-simulation.ts'

type Props = { checked: Checked; known: KnownNames; simulation: ReturnType<typeof useSimulation> }

/** 模拟: a sample case with values for what the conditions ask, moved by hand from place to place. */
export function SimulationPanel({ checked, known, simulation }: Props) {
  const { t } = useTexts()
  const [facts, setFacts] = useState<Facts>({})
  const { walk, error } = simulation
  const { process, findings } = checked
  const isSound = process !== undefined && errorsAmong(findings).length === 0
  const change = (next: Facts) => {
    setFacts(next)
    if (walk) simulation.setFacts({ ...walk.facts, ...next })
  }
  return (
    <div className="sim">
      <p className="quiet">{t(isSound ? 'processes.sim.hint' : 'processes.sim.unsound')}</p>
      {process && <SampleFacts process={walk?.process ?? process} known={known} facts={facts} onChange={change} />}
      <div className="sim-acts">
        <Button type="primary" disabled={!isSound} onClick={() => simulation.start(process!, facts)}>
          {t(walk ? 'processes.sim.again' : 'processes.sim.start')}
        </Button>
        {walk && (
          <>
            <Button disabled={walk.past.length < 2} onClick={simulation.back}>
              {t('processes.sim.back')}
            </Button>
            <Button onClick={simulation.stop}>{t('processes.sim.stop')}</Button>
          </>
        )}
      </div>
      {error && <RefusalNotice error={error} />}
      {walk && <Places walk={walk} onAct={simulation.act} />}
      {walk && <Told walk={walk} />}
    </div>
  )
}

type FactsProps = { process: CaseProcess; known: KnownNames; facts: Facts; onChange: (facts: Facts) => void }

/** Only what some condition asks for; decisions answer for themselves. */
function SampleFacts({ process, known, facts, onChange }: FactsProps) {
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

function useStepTitle(walk: Walk): (id: string | undefined) => string {
  const { words } = useTexts()
  return (id) => words(walk.process.steps.find((step) => step.id === id)?.title) || id || ''
}

function Places({ walk, onAct }: { walk: Walk; onAct: (act: Place['acts'][number]) => void }) {
  const { t, words } = useTexts()
  const places = placesOf(walk)
  const { status, result } = walk.past.at(-1)!.state
  if (status !== 'running') return <p className="sim-end">{t('processes.sim.ended', { result: result ?? '' })}</p>
  return (
    <ul className="sim-places">
      {places.map(({ step, token, task, acts }) => (
        <li key={task?.id ?? token}>
          <div className="sim-place">
            <b>{words(step.title)}</b>
            {step.kind === 'userTask' && <span className="quiet">{step.role}</span>}
            {task?.signer && <span className="quiet">{task.signer.slice(0, 8)}</span>}
          </div>
          <div className="sim-buttons">
            {acts.map((act) => (
              <Button key={`${act.said.act} ${act.said.outcome}`} size="small" onClick={() => onAct(act)}>
                {act.said.outcome || t(`processes.sim.act.${act.said.act}`)}
              </Button>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Told({ walk }: { walk: Walk }) {
  const { t } = useTexts()
  const titleOf = useStepTitle(walk)
  return (
    <ol className="sim-told">
      {walk.past.map(({ said }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: acts have no name but their place
        <li key={i}>
          {[titleOf(said.step), t(`processes.sim.act.${said.act}`), said.outcome].filter(Boolean).join(' · ')}
        </li>
      ))}
    </ol>
  )
}
