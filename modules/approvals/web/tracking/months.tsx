import type { AnswerOf } from '../../../../apps/ui/api-types.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'

type Row = AnswerOf<'approvals.tracking.overview'>['byMonths'][number]

/** Filed and closed by month: two columns a month, their numbers written on them. */
export function Months({ rows }: { rows: Row[] }) {
  const { t } = useTexts()
  const most = Math.max(1, ...rows.flatMap(({ filed, closed }) => [filed, closed]))
  const column = (kind: 'filed' | 'closed', value: number) => (
    <span className={`month-column month-${kind}`} style={{ height: `${(value / most) * 100}%` }}>
      {value > 0 && <span className="number">{value}</span>}
    </span>
  )
  return (
    <section className="card card-pad">
      <h2 className="table-title">{t('approvals.tracking.byMonths')}</h2>
      <p className="month-legend">
        <span className="month-key month-filed" aria-hidden /> {t('approvals.tracking.filed')}
        <span className="month-key month-closed" aria-hidden /> {t('approvals.tracking.closed')}
      </p>
      <ol className="months">
        {rows.map(({ month, filed, closed }) => (
          <li key={month} aria-label={t('approvals.tracking.month', { month, filed, closed })}>
            <span className="month-columns" aria-hidden>
              {column('filed', filed)}
              {column('closed', closed)}
            </span>
            <span className="quiet" aria-hidden>
              {Number(month.slice(5)) === 1 ? month.slice(0, 4) : Number(month.slice(5))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
