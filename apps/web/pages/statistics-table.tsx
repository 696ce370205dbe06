import { codeIn } from '../../../kernel/layers/codes/code-table.ts'
import { codeTables } from '../../../kernel/layers/codes/tables.ts'
import { count, hectares, percent } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'

export type Measure = 'count' | 'area'
/** One group: its key, its name where it has one of its own (an area), clues and square metres. */
export type Counted = { key: string; name?: string; count: number; area: number }

/** A group's name: a sentence of its key, a land class in the reader's language, or the name it came with. */
export function useGroupName(): (row: Counted) => string {
  const { t, has, language } = useTexts()
  return ({ key, name }) => {
    if (has(key)) return t(key)
    const className = codeIn(codeTables['landuse-survey3'], key)?.[language]
    return className ? `${key} ${className}` : (name ?? key)
  }
}

/** The numbers behind the chart, with their sum. */
export function StatisticsTable({ rows, measure }: { rows: Counted[]; measure: Measure }) {
  const { t } = useTexts()
  const nameOf = useGroupName()
  const sum = (of: Measure) => rows.reduce((total, row) => total + row[of], 0)
  return (
    <table className="statistics-table">
      <thead>
        <tr>
          <th />
          <th>{t('statistics.count')}</th>
          <th>{t('statistics.area')}</th>
          <th>{t('statistics.share')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <td>{nameOf(row)}</td>
            <td>{count(row.count)}</td>
            <td>{hectares(row.area)}</td>
            <td>{percent(row[measure] / (sum(measure) || 1))}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>{t('statistics.sum')}</td>
          <td>{count(sum('count'))}</td>
          <td>{hectares(sum('area'))}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  )
}
