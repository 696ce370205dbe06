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
  /** Not shown until chosen. */
  optional?: boolean
}

export type TableFilter = { name: string; label: string; width?: number } & (
  | { kind: 'text' }
  | { kind: 'day' }
  | { kind: 'choice'; options: readonly { value: string; label: string }[] }
)
