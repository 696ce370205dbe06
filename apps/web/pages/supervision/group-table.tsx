import { Button } from 'antd'
import { useState } from 'react'
import { count } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'

type Group = { key: string; name: string; total: number; red: number; yellow: number; days: number }
type Props = { title: string; rows: Group[]; onChoose: (group: Group) => void }

const FEW = 8

/** What waits by one property, the most first; a row leads to its tasks. */
export function GroupTable({ title, rows, onChoose }: Props) {
  const { t } = useTexts()
  const [isAll, setAll] = useState(false)
  const most = Math.max(1, ...rows.map(({ total }) => total))
  return (
    <section className="card card-pad">
      <h2 className="table-title">{title}</h2>
      <table className="groups">
        <thead>
          <tr>
            <th>
              <span className="visually-hidden">{title}</span>
            </th>
            <th>{t('supervision.waiting')}</th>
            <th>{t('lamp.red')}</th>
            <th>{t('lamp.yellow')}</th>
            <th>{t('supervision.meanDays.short')}</th>
          </tr>
        </thead>
        <tbody>
          {(isAll ? rows : rows.slice(0, FEW)).map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <button type="button" className="group-name" disabled={row.total === 0} onClick={() => onChoose(row)}>
                  {row.name}
                  <span className="group-bar" style={{ width: `${(row.total / most) * 100}%` }} aria-hidden />
                </button>
              </th>
              <td>{count(row.total)}</td>
              <td className={row.red > 0 ? 'group-red' : 'quiet'}>{count(row.red)}</td>
              <td className={row.yellow > 0 ? 'group-yellow' : 'quiet'}>{count(row.yellow)}</td>
              <td>{row.days.toFixed(1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > FEW && (
        <Button type="link" size="small" onClick={() => setAll(!isAll)}>
          {isAll ? t('supervision.fewer') : t('supervision.allOf', { count: rows.length })}
        </Button>
      )}
    </section>
  )
}
