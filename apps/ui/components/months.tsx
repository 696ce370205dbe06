import { useTexts } from '../i18n/use-texts.ts'
import './months.css'

type Row = { month: string; filed: number; closed: number }
/** `words`: what the two columns are called here. */
type Props = { title: string; words: Record<'filed' | 'closed', string>; rows: readonly Row[] }

/** Filed and closed by month: two columns a month, their numbers written on them. */
export function Months({ title, words, rows }: Props) {
  const { t } = useTexts()
  const most = Math.max(1, ...rows.flatMap(({ filed, closed }) => [filed, closed]))
  const column = (kind: 'filed' | 'closed', value: number) => (
    <span className={`month-column month-${kind}`} style={{ height: `${(value / most) * 100}%` }}>
      {value > 0 && <span className="number">{value}</span>}
    </span>
  )
  const said = ({ month, filed, closed }: Row) =>
    [month, `${words.filed} ${filed}`, `${words.closed} ${closed}`].join(t('common.comma'))
  return (
    <section className="card card-pad">
      <h2 className="table-title">{title}</h2>
      <p className="month-legend">
        <span className="month-key month-filed" aria-hidden /> {words.filed}
        <span className="month-key month-closed" aria-hidden /> {words.closed}
      </p>
      <ol className="months">
        {rows.map((row) => (
          <li key={row.month} aria-label={said(row)}>
            <span className="month-columns" aria-hidden>
              {column('filed', row.filed)}
              {column('closed', row.closed)}
            </span>
            <span className="quiet" aria-hidden>
              {row.month.endsWith('-01') ? row.month.slice(0, 4) : Number(row.month.slice(5))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
