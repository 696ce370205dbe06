import { Button, Input, Select } from 'antd'
import { useEffect, useId, useState } from 'react'
import { DayInput } from '../components/day-input.tsx'
import { useTexts } from '../i18n/use-texts.ts'
import type { TableFilter } from './column.ts'

type Props = {
  filters: readonly TableFilter[]
  values: Record<string, string>
  onFilter: (name: string, value: string | undefined) => void
  onClear: () => void
  /** One below the other, each as wide as there is room. */
  isWide?: boolean
}

export function TableFilters({ filters, values, onFilter, onClear, isWide = false }: Props) {
  const { t } = useTexts()
  return (
    <>
      {filters.map((filter) => (
        <OneFilter
          key={filter.name}
          filter={filter}
          value={values[filter.name]}
          isWide={isWide}
          onFilter={(value) => onFilter(filter.name, value)}
        />
      ))}
      {Object.keys(values).length > 0 && (
        <Button type="link" onClick={onClear}>
          {t('table.clear')}
        </Button>
      )}
    </>
  )
}

type OneProps = {
  filter: TableFilter
  value: string | undefined
  isWide: boolean
  onFilter: (value: string | undefined) => void
}

function OneFilter(props: OneProps) {
  const { filter, value, isWide, onFilter } = props
  if (filter.kind === 'text') return <TextFilter {...props} value={value ?? ''} />
  if (filter.kind === 'day') return <DayFilter {...props} />
  if (filter.kind === 'hidden') return null
  return (
    <Select
      style={{ width: isWide ? '100%' : (filter.width ?? 130) }}
      aria-label={filter.label}
      placeholder={filter.label}
      allowClear
      {...(filter.isSearched && { showSearch: { optionFilterProp: 'label' } })}
      value={value}
      options={[...filter.options]}
      onChange={(chosen?: string) => onFilter(chosen)}
    />
  )
}

function DayFilter({ filter, value, onFilter }: OneProps) {
  const id = useId()
  return (
    <span className="day-filter">
      <label className="quiet" htmlFor={id}>
        {filter.label}
      </label>
      <DayInput id={id} value={value} onChange={onFilter} />
    </span>
  )
}

/** Asks the server when typing pauses, not at every key. */
function TextFilter({ filter, value, isWide, onFilter }: OneProps & { value: string }) {
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
      style={{ width: isWide ? '100%' : (filter.width ?? 190) }}
      aria-label={filter.label}
      placeholder={filter.label}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  )
}
