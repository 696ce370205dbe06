import { Alert, Button } from 'antd'
import { useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { metres } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import type { Plan } from '../../dispatch/rules/plan.ts'
import { summaryOf } from '../../dispatch/rules/plan-summary.ts'
import type { Place, Worker } from './answers.ts'
import type { Given } from './given-notice.tsx'

type Props = {
  plan: Plan
  places: readonly Place[]
  people: readonly Worker[]
  onGiven: (given: Given) => void
  onClose: () => void
}

/** As many as one request may name. */
const AT_ONCE = 500
/** More lines are for the table, not for a panel. */
const LINES = 200

/** 预览: who would get what, and why what is left is left. Nothing is given before it is agreed to. */
export function PlanView({ plan, places, people, onGiven, onClose }: Props) {
  const { t } = useTexts()
  const assign = useCall('fieldwork.dispatch.assign')
  const [shown, setShown] = useState<string | null>(null)
  const { byPerson, left } = summaryOf(plan, people)
  const numbers = new Map(places.map(({ id, number }) => [id, number]))
  const some = plan.given.slice(0, AT_ONCE)
  const give = () =>
    assign.mutate(
      {
        how: 'rule',
        reason: t('fieldwork.dispatch.reason.rule'),
        assignments: some.map(({ taskId, to, revision }) => ({ taskId, to, revision })),
      },
      { onSuccess: ({ done, refused }) => onGiven({ done, refused }) },
    )
  return (
    <div className="dispatch-panel">
      <strong>{t('fieldwork.dispatch.plan.title')}</strong>
      <p className="quiet">{t('fieldwork.dispatch.plan.why')}</p>
      <RefusalNotice error={assign.error} />
      <ul className="dispatch-people">
        {byPerson.map(({ id, name, before, more }) => (
          <li key={id}>
            <div>
              <strong>{name}</strong>
              <div>{t('fieldwork.dispatch.plan.person', { before, more, after: before + more })}</div>
              {shown === id && (
                <ul className="dispatch-plan-tasks">
                  {plan.given
                    .filter(({ to }) => to === id)
                    .slice(0, LINES)
                    .map(({ taskId, metres: far }) => (
                      <li key={taskId}>
                        {numbers.get(taskId) ?? taskId}
                        {far !== null && ` · ${metres(far / 1000)} km`}
                      </li>
                    ))}
                </ul>
              )}
            </div>
            <Button size="small" onClick={() => setShown(shown === id ? null : id)}>
              {t(shown === id ? 'fieldwork.dispatch.plan.fold' : 'fieldwork.dispatch.plan.which')}
            </Button>
          </li>
        ))}
      </ul>
      {left.map(({ why, count }) => (
        <Alert key={why} type="warning" showIcon title={t(`fieldwork.dispatch.left.${why}`, { count })} />
      ))}
      {plan.given.length > AT_ONCE && (
        <p className="quiet">{t('fieldwork.dispatch.plan.first', { count: AT_ONCE, all: plan.given.length })}</p>
      )}
      <div className="dispatch-buttons">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="primary" disabled={some.length === 0} loading={assign.isPending} onClick={give}>
          {t('fieldwork.dispatch.plan.give', { count: some.length })}
        </Button>
      </div>
    </div>
  )
}
