import type { ReactNode } from 'react'
import type { Input } from '../api.ts'
import type { TableColumn, TableFilter } from './column.ts'
import type { Paging } from './use-rows.ts'

export type DataTableProps<R extends object> = {
  /** Names the column choice kept on this machine. */
  id: string
  title: string
  /**
   * The list query. `pages`: asked with page and pageSize, answers {rows, total}; `cursor`: asked with limit and after,
   * answers {items, next}. Both with sort («-area» is downwards), the filters and `input`.
   */
  query: string
  paging?: Paging
  input?: Input
  /** Filters as the query wants them; left out, by their own names. */
  toInput?: (filters: Record<string, string>) => Input
  /** A line of its own below the bar: saved views. */
  head?: ReactNode
  rowKey: (row: R) => string
  columns: readonly TableColumn<R>[]
  filters?: readonly TableFilter[]
  /** By click or Enter. */
  onOpen?: (row: R) => void
  /** The row now open. */
  openKey?: string
  selection?: { keys: string[]; onChange: (keys: string[], rows: R[]) => void }
  /** Shown while there is nothing at all, not even without filters. */
  empty: ReactNode
  actions?: ReactNode
  /** The list is asked again so often while it changes by itself. Milliseconds. */
  refetchInterval?: number
}
