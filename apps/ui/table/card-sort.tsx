import { Select, type TableProps } from 'antd'
import { useTexts } from '../i18n/use-texts.ts'

const UP = 'ascend'
const DOWN = 'descend'

/** Cards have no heads of columns to sort by: the same in a list to choose from. */
export function CardSort<R extends object>({ columns = [], onChange }: TableProps<R>) {
  const { t } = useTexts()
  const sorted = columns.filter(({ sorter }) => sorter)
  if (sorted.length === 0) return null
  const now = sorted.find(({ sortOrder }) => sortOrder)
  const options = sorted.flatMap(({ key, title }) =>
    [UP, DOWN].map((order) => ({
      value: `${order} ${String(key)}`,
      label: t(`table.sort.${order}`, { column: String(title) }),
    })),
  )
  const choose = (chosen?: string) => {
    const [order, columnKey] = chosen?.split(' ') ?? []
    const sorter = { columnKey, order: order as typeof UP | typeof DOWN | undefined }
    onChange?.({}, {}, sorter, { currentDataSource: [], action: 'sort' })
  }
  return (
    <Select
      allowClear
      className="card-sort"
      aria-label={t('table.sort')}
      placeholder={t('table.sort')}
      value={now && `${now.sortOrder} ${String(now.key)}`}
      options={options}
      onChange={choose}
    />
  )
}
