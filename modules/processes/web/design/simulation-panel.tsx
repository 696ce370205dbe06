import { Button } from 'antd'
import { useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { Facts } from '../../../../kernel/process/state.ts'
import { errorsAmong } from '../../rules/finding.ts'
import type { KnownNames } from '../../rules/known.ts'
import { SampleFacts } from './sample-facts.tsx'
import { Places, Told } from './simulation-walk.tsx'
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
      {walk && <Places walk={walk} known={known} onAct={simulation.act} />}
      {walk && <Told walk={walk} />}
    </div>
  )
}
