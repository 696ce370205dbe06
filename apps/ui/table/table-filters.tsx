import { Button, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useTexts } from '../i18n/use-texts.ts'
import type { TableFilter } from './column.ts'

type Props = {
  filters: readonly TableFilter[]
  values: Record<string, string>
  onFilter: (name: string, value: string | undefined) => void
  onClear: () => void
}

export function TableFilters({ filters, values, onFilter, onClear }: Props) {
  const { t } = useTexts()
  return (
    <>
      {filters.map((filter) =>
        filter.kind === 'text' ? (
          <TextFilter
            key={filter.name}
            filter={filter}
            value={values[filter.name] ?? ''}
            onFilter={(value) => onFilter(filter.name, value)}
          />
        ) : (
          <Select
            key={filter.name}
            style={{ width: filter.width ?? 130 }}
            aria-label={filter.label}
            placeholder={filter.label}
            allowClear
            value={values[filter.name]}
            options={[...filter.options]}
            onChange={(value?: string) => onFilter(filter.name, value)}
          />
        ),
      )}
      {Object.keys(values).length > 0 && (
        <Button type="link" onClick={onClear}>
          {t('table.clear')}
        </Button>
      )}
    </>
  )
}

/** Asks the server when typing pauses, not at every key. */
function TextFilter({
  filter,
  value,
  onFilter,
}: {
  filter: TableFilter
  value: string
  onFilter: (value: string) => void
}) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => onFilter(text), 300)
    return () => clearTimeout(timer)
  }, [text, value, onFilter])
  return (
    <Input
      allowClear
      style={{ width: filter.width ?? 190 }}
      aria-label={filter.label}
      placeholder={filter.label}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  )
}
