import { Tag } from 'antd'
import { useTexts } from '../i18n/use-texts.ts'
import { type TableFilter, valueText } from './column.ts'

type Props = {
  filters: readonly TableFilter[]
  values: Record<string, string>
  onFilter: (name: string, value: string | undefined) => void
}

/** Filters that are set but not seen in the bar, each to be taken off. */
export function SetFilters({ filters, values, onFilter }: Props) {
  const { t } = useTexts()
  const set = filters.filter(({ name, isFolded }) => isFolded && values[name])
  if (set.length === 0) return null
  return (
    <div className="table-set">
      {set.map((filter) => (
        <Tag
          key={filter.name}
          closable={{ 'aria-label': t('table.takeOff', { what: filter.label }) }}
          onClose={() => onFilter(filter.name, undefined)}
        >
          {filter.label}: {valueText(filter, values[filter.name]!)}
        </Tag>
      ))}
    </div>
  )
}
