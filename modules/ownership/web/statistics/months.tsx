import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { Statistics } from './answers.ts'

/** Filed and closed by month: two columns a month, their numbers written on them. */
export function Months({ rows }: { rows: Statistics['byMonths'] }) {
  const { t } = useTexts()
  const most = Math.max(1, ...rows.flatMap(({ filed, closed }) => [filed, closed]))
  const column = (kind: 'filed' | 'closed', value: number) => (
    <span className={`homesteads-column homesteads-${kind}`} style={{ height: `${(value / most) * 100}%` }}>
      {value > 0 && <span className="number">{value}</span>}
    </span>
  )
  return (
    <section className="card card-pad">
      <h2 className="table-title">{t('ownership.statistics.byMonths')}</h2>
      <p className="homesteads-legend quiet">
        <span className="homesteads-key homesteads-filed" aria-hidden /> {t('ownership.statistics.filed')}
        <span className="homesteads-key homesteads-closed" aria-hidden /> {t('ownership.statistics.closed')}
      </p>
      <ol className="homesteads-months">
        {rows.map(({ month, filed, closed }) => (
          <li key={month} aria-label={t('ownership.statistics.month', { month, filed, closed })}>
            <span className="homesteads-columns" aria-hidden>
              {column('filed', filed)}
              {column('closed', closed)}
            </span>
            <span className="quiet" aria-hidden>
              {month.endsWith('-01') ? month.slice(0, 4) : Number(month.slice(5))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
