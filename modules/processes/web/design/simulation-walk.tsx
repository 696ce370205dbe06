import { Button } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import type { KnownNames } from '../../rules/known.ts'
import { type Place, placesOf, type Said, type Walk } from '../../rules/simulation.ts'
import { useStepTitle } from '../use-step-title.ts'

type Props = { walk: Walk; known: KnownNames; onAct: (act: Place['acts'][number]) => void }

/** Where the sample case stands, who has to act there, and what they can do. */
export function Places({ walk, known, onAct }: Props) {
  const { t, has, words } = useTexts()
  const titleOf = useStepTitle()
  const places = placesOf(walk)
  const signed = places.some(({ task }) => task?.signer !== undefined)
  const people = useAsk('processes.people', {}, { enabled: signed })
  const nameOf = (id: string) => people.data?.rows.find((one) => one.id === id)?.name ?? id.slice(0, 8)
  const roleOf = (code: string) => words(known.roles.find((role) => role.code === code)?.title) || code
  const { status, result = '' } = walk.past.at(-1)!.state
  if (status !== 'running') {
    const said = has(`processes.result.${result}`) ? t(`processes.result.${result}`) : result
    return <p className="sim-end">{t('processes.sim.ended', { result: said })}</p>
  }
  return (
    <ul className="sim-places">
      {places.map(({ step, token, task, acts }) => (
        <li key={task?.id ?? token}>
          <div className="sim-place">
            <b>{titleOf(step)}</b>
            {step.kind === 'userTask' && <span className="quiet">{roleOf(step.role)}</span>}
            {task?.signer && <span className="quiet">{nameOf(task.signer)}</span>}
          </div>
          <div className="sim-buttons">
            {acts.map((act) => (
              <ActButton key={JSON.stringify(act.said)} said={act.said} onPress={() => onAct(act)} />
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

function ActButton({ said, onPress }: { said: Said; onPress: () => void }) {
  const sentence = useOutcome()
  const { t } = useTexts()
  return (
    <Button size="small" onClick={onPress}>
      {sentence(said) || t(`processes.sim.act.${said.act}`)}
    </Button>
  )
}

/** The name of a way; a child's result in words. */
function useOutcome(): (said: Said) => string {
  const { t, has, words } = useTexts()
  return ({ outcome }) => {
    const name = words(outcome)
    return has(`processes.result.${name}`) ? t(`processes.result.${name}`) : name
  }
}

/** What was done so far. */
export function Told({ walk }: { walk: Walk }) {
  const { t } = useTexts()
  const titleOf = useStepTitle()
  const outcomeOf = useOutcome()
  const stepOf = (id: string | undefined) => {
    const step = walk.process.steps.find((one) => one.id === id)
    return step ? titleOf(step) : ''
  }
  return (
    <ol className="sim-told">
      {walk.past.map(({ said }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: acts have no name but their place
        <li key={i}>
          {[stepOf(said.step), t(`processes.sim.act.${said.act}`), outcomeOf(said)].filter(Boolean).join(' · ')}
        </li>
      ))}
    </ol>
  )
}
