import { Table, type TableProps } from 'antd'
import { useIsPhone } from '../use-is-phone.ts'
import { RowCards } from './row-cards.tsx'

/** A table where there is room for its columns; on a phone the same rows as cards, so that nothing is read by pushing sideways. */
export function ListTable<R extends object>(props: TableProps<R>) {
  return useIsPhone() ? <RowCards {...props} /> : <Table<R> {...props} />
}
