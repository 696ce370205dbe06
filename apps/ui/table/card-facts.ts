import type { TableProps } from 'antd'
import type { ReactNode } from 'react'

export type Columns<R> = NonNullable<TableProps<R>['columns']>
type Fact = { key: string; label: ReactNode; value: ReactNode; isHead: boolean }

/** Columns whose values stand at the head of a card, without their label; the first column does so anyway. */
export const CARD_HEAD = 'card-head-line'

/** What a card says of a row: its columns in their order; one with nothing in it says nothing. */
export function factsOf<R extends object>(columns: Columns<R>, row: R, index: number): Fact[] {
  const facts = columns.flatMap((column, at): Fact[] => {
    if ('children' in column) return []
    const own = column.dataIndex === undefined ? undefined : (row as Record<string, unknown>)[String(column.dataIndex)]
    const value = (column.render ? column.render(own, row, index) : own) as ReactNode
    const label = typeof column.title === 'function' ? null : column.title
    return [{ key: String(column.key ?? at), label, value, isHead: at === 0 || column.className === CARD_HEAD }]
  })
  return facts.filter(({ value }) => value !== null && value !== undefined && value !== '' && value !== '—')
}
