import type { Plan } from '../../../../modules/fieldwork/dispatch/rules/plan.ts'
import { summaryOf } from '../../../../modules/fieldwork/dispatch/rules/plan-summary.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { asProblem } from '../../../ui/problem.ts'
import { useCall } from '../../../ui/queries.ts'
import { Notice } from '../../parts/notice.tsx'
import { Sheet } from '../acts/sheet.tsx'
import type { Worker } from './answers.ts'
import { Refused } from './refused.tsx'

type Props = { plan: Plan; people: readonly Worker[]; onClose: () => void; onGiven: (done: string[]) => void }

/** As many as one request may name; the rest is planned again. */
const AT_ONCE = 500

/** 自动分配: who would get how many, before anything is done. */
export function PlanSheet({ plan, people, onClose, onGiven }: Props) {
  const { t } = useTexts()
  const assign = useCall('fieldwork.dispatch.assign')
  const { byPerson, left } = summaryOf(plan, people)
  const some = plan.given.slice(0, AT_ONCE)
  const give = () =>
    assign.mutate(
      {
        how: 'rule',
        reason: t('field.dispatch.reason.rule'),
        assignments: some.map(({ taskId, to, revision }) => ({ taskId, to, revision })),
      },
      { onSuccess: ({ done, refused }) => refused.length === 0 && onGiven(done) },
    )
  if (assign.data?.refused.length)
    return (
      <Refused
        {...assign.data}
        title={t('field.dispatch.byRule')}
        numberOf={(id) => id.slice(0, 8)}
        onClose={() => onGiven(assign.data.done)}
      />
    )
  return (
    <Sheet
      title={t('field.dispatch.byRule')}
      onClose={onClose}
      actions={
        <button
          type="button"
          className="button button-main"
          disabled={some.length === 0 || assign.isPending}
          onClick={give}
        >
          {t('field.dispatch.give', { count: some.length })}
        </button>
      }
    >
      {assign.error && <Notice problem={asProblem(assign.error)} />}
      <p className="quiet">{t('field.dispatch.plan.why')}</p>
      <ul className="people">
        {byPerson.map(({ id, name, before, more }) => (
          <li key={id} className="person">
            <strong>{name}</strong>
            <span>{t('field.dispatch.plan.person', { before, more, after: before + more })}</span>
          </li>
        ))}
      </ul>
      {left.map(({ why, count }) => (
        <p key={why} className="outcome-refused">
          {t(`field.dispatch.left.${why}`, { count })}
        </p>
      ))}
    </Sheet>
  )
}
