import { count } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'

type Row = {
  key: string
  name: string
  filed: number
  running: number
  suspended: number
  red: number
  limited: number
  onTime: number
}
type Props = { title: string; rows: Row[]; onChoose: (key: string) => void }

/** Figures by item or by town; pressing a name narrows the page to it, pressing again widens it. */
export function GroupFigures({ title, rows, onChoose }: Props) {
  const { t } = useTexts()
  const most = Math.max(1, ...rows.map(({ filed }) => filed))
  return (
    <section className="card card-pad">
      <h2 className="table-title">{title}</h2>
      <table className="groups">
        <thead>
          <tr>
            <th>
              <span className="visually-hidden">{title}</span>
            </th>
            {['filed', 'underWay', 'red', 'onTime'].map((key) => (
              <th key={key}>{t(`approvals.tracking.${key}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <button type="button" className="group-name" onClick={() => onChoose(row.key)}>
                  <span className="group-bar" style={{ width: `${(row.filed / most) * 100}%` }} aria-hidden />
                  {row.name}
                </button>
              </th>
              <td>{count(row.filed)}</td>
              <td>{count(row.running + row.suspended)}</td>
              <td className={row.red > 0 ? 'group-red' : 'quiet'}>{count(row.red)}</td>
              <td>{row.limited === 0 ? '—' : `${Math.round((row.onTime / row.limited) * 100)}%`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
