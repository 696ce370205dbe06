import { App, Button, Tabs } from 'antd'
import { useState } from 'react'
import { useSentence } from '../../../../apps/ui/components/use-sentence.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import { allocate } from '../../dispatch/rules/allocate.ts'
import type { Plan } from '../../dispatch/rules/plan.ts'
import type { Place, Worker } from './answers.ts'
import { type Given, GivenNotice } from './given-notice.tsx'
import { PeopleList } from './people-list.tsx'
import { PlanView } from './plan-view.tsx'
import { RuleList } from './rule-list.tsx'

type Props = {
  /** all that the list finds */
  places: readonly Place[]
  chosen: readonly Place[]
  people: readonly Worker[]
  state: string
  onHolder: (id: string) => void
  onDone: () => void
}

/** Who could do it, the rules, what they would make of it; and what was just given out, to be taken back. */
export function DispatchPanel({ places, chosen, people, state, onHolder, onDone }: Props) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const { sentenceOf } = useSentence()
  const [plan, setPlan] = useState<Plan | null>(null)
  const [given, setGiven] = useState<Given | null>(null)
  const rules = useAsk('fieldwork.dispatch.rule.list', {})
  const recall = useCall('fieldwork.dispatch.recall')
  const asked = chosen.length > 0 ? chosen : places
  const after = (done: Given) => {
    setPlan(null)
    setGiven(done)
    onDone()
  }
  const takeBack = () =>
    recall.mutate(
      { taskIds: chosen.slice(0, 500).map(({ id }) => id), reason: t('fieldwork.dispatch.reason.undo') },
      {
        onSuccess: ({ done, refused }) => after({ done: [], refused, recalled: done.length }),
        onError: (error) => void message.error(sentenceOf(error)),
      },
    )
  if (plan)
    return <PlanView plan={plan} places={places} people={people} onGiven={after} onClose={() => setPlan(null)} />
  const hasRule = rules.data?.rows.some(({ isOn }) => isOn) ?? false
  const canPlan = state === 'waiting' && asked.length > 0 && hasRule
  return (
    <div className="dispatch-panel">
      {given && <GivenNotice given={given} places={places} onClose={() => setGiven(null)} />}
      <div className="dispatch-chosen">
        <strong>
          {chosen.length > 0
            ? t('fieldwork.dispatch.chosen', { count: chosen.length })
            : t('fieldwork.dispatch.chosen.none')}
        </strong>
        {chosen.length > 0 && (
          <Button size="small" onClick={onDone}>
            {t('fieldwork.dispatch.chosen.clear')}
          </Button>
        )}
        {state === 'given' && chosen.length > 0 && (
          <Button size="small" danger loading={recall.isPending} onClick={takeBack}>
            {t('fieldwork.dispatch.recall')}
          </Button>
        )}
      </div>
      <Tabs
        items={[
          {
            key: 'people',
            label: t('fieldwork.dispatch.people'),
            children: <PeopleList people={people} chosen={chosen} state={state} onHolder={onHolder} onGiven={after} />,
          },
          {
            key: 'rules',
            label: t('fieldwork.dispatch.rule.list'),
            children: <RuleList rules={rules.data?.rows} people={people} />,
          },
        ]}
      />
      <Button
        type="primary"
        block
        disabled={!canPlan}
        onClick={() => setPlan(allocate(asked, people, rules.data!.rows))}
      >
        {t('fieldwork.dispatch.plan', { count: asked.length })}
      </Button>
      {!hasRule && <p className="quiet">{t('fieldwork.dispatch.rule.none.next')}</p>}
    </div>
  )
}
