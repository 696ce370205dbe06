import type { AnswerOf } from '../../../../apps/ui/api-types.ts'
import { count } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'

type All = NonNullable<AnswerOf<'approvals.tracking.overview'>['all']>

/** The figures a leader asks for first. */
export function Headline({ all }: { all: All }) {
  const { t } = useTexts()
  const kept = all.limited === 0 ? '—' : `${Math.round((all.onTime / all.limited) * 100)}%`
  const figures: [key: string, value: string, tone?: string][] = [
    ['filed', count(all.filed)],
    ['underWay', count(all.running + all.suspended)],
    ['red', count(all.red), all.red > 0 ? 'group-red' : ''],
    ['yellow', count(all.yellow), all.yellow > 0 ? 'group-yellow' : ''],
    ['closed', count(all.granted + all.refused + all.irregular)],
    ['onTime', kept],
    ['meanDays', all.meanDays === null ? '—' : all.meanDays.toFixed(1)],
  ]
  return (
    <dl className="tracking-headline">
      {figures.map(([key, value, tone]) => (
        <div key={key} className="card tracking-figure">
          <dt className="quiet">{t(`approvals.tracking.${key}`)}</dt>
          <dd className={`number ${tone ?? ''}`}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
