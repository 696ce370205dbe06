import type { ReactNode } from 'react'

/** One column: `value` is what is sorted, exported and, without `render`, shown. */
export type TableColumn<R> = {
  key: string
  title: string
  width: number
  type?: 'text' | 'integer' | 'number' | 'date'
  /** Exported decimals of a number; 2 when left out. */
  decimals?: number
  value: (row: R) => string | number | null | undefined
  render?: (row: R) => ReactNode
  /** The server sorts by this key. */
  sort?: boolean
  /** What the row is called: on a phone at the head of its card, beside the first column. */
  isName?: boolean
  /** Not shown until chosen. */
  optional?: boolean
}

/** `isFolded`: found behind the filter button, not in the bar. */
export type TableFilter = { name: string; label: string; width?: number; isFolded?: boolean } & (
  | { kind: 'text' }
  | { kind: 'day' }
  /** set elsewhere (on the map); here it is only named and taken off */
  | { kind: 'hidden'; text: string }
  | { kind: 'choice'; options: readonly { value: string; label: string }[]; isSearched?: boolean }
)

/** What a filter's value is called. */
export function valueText(filter: TableFilter, value: string): string {
  if (filter.kind === 'hidden') return filter.text
  if (filter.kind !== 'choice') return value
  return filter.options.find((option) => option.value === value)?.label ?? value
}
