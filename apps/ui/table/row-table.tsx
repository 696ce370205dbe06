import type { TableProps } from 'antd'
import type { Key } from 'react'
import { count } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { CARD_HEAD } from './card-facts.ts'
import type { TableColumn } from './column.ts'
import type { DataTableProps } from './data-table-props.ts'
import { ListTable } from './list-table.tsx'
import { moveFocus } from './move-focus.ts'
import type { TableState } from './use-table-state.ts'

type Props<R extends object> = Pick<DataTableProps<R>, 'rowKey' | 'onOpen' | 'openKey' | 'selection'> & {
  rows: R[]
  total: number | undefined
  state: TableState
  visible: TableColumn<R>[]
  isFetching: boolean
  onSort: (sort: string | undefined) => void
  onPage: (page: number, pageSize: number) => void
}

const CHECKBOX_WIDTH = 40

/** The rows themselves: opened by click or Enter, walked with the arrow keys. */
export function RowTable<R extends object>(props: Props<R>) {
  const { rows, state, visible, isFetching, rowKey, onOpen, openKey, selection, onSort, onPage } = props
  const width = visible.reduce((sum, column) => sum + column.width, selection ? CHECKBOX_WIDTH : 0)
  const change: TableProps<R>['onChange'] = (page, _filters, sorter) => {
    const one = Array.isArray(sorter) ? sorter[0] : sorter
    const sort = one?.order ? `${one.order === 'descend' ? '-' : ''}${String(one.columnKey)}` : undefined
    if (sort !== state.sort) onSort(sort)
    else onPage(page.current ?? 1, page.pageSize ?? state.pageSize)
  }
  return (
    <ListTable<R>
      size="small"
      className={isFetching ? 'table table-fetching' : 'table'}
      rowKey={rowKey}
      dataSource={rows}
      columns={antColumns(visible, state.sort)}
      scroll={{ x: width, y: '100%' }}
      rowClassName={(row) => (rowKey(row) === openKey ? 'row-open' : '')}
      onChange={change}
      pagination={usePagination(props)}
      {...(selection && { rowSelection: antSelection(selection) })}
      onRow={(row) => ({
        tabIndex: 0,
        onClick: () => onOpen?.(row),
        onKeyDown: (event) => {
          if (event.target !== event.currentTarget) return
          if (event.key === 'Enter') onOpen?.(row)
          moveFocus(event)
        },
      })}
    />
  )
}

function usePagination<R extends object>({ total, state }: Props<R>): TableProps<R>['pagination'] {
  const { t } = useTexts()
  if (total === undefined) return false
  return {
    current: state.page,
    pageSize: state.pageSize,
    total,
    size: 'small',
    showSizeChanger: true,
    pageSizeOptions: [20, 50, 100, 200],
    showTotal: (all) => t('common.total', { count: count(all) }),
  }
}

type Chosen<R> = { keys: string[]; onChange: (keys: string[], rows: R[]) => void }

function antSelection<R>({ keys, onChange }: Chosen<R>): NonNullable<TableProps<R>['rowSelection']> {
  return {
    selectedRowKeys: keys,
    columnWidth: CHECKBOX_WIDTH,
    preserveSelectedRowKeys: true,
    onChange: (chosen: Key[], rows: R[]) => onChange(chosen.map(String), rows),
  }
}

function antColumns<R>(
  columns: readonly TableColumn<R>[],
  sort: string | undefined,
): NonNullable<TableProps<R>['columns']> {
  return columns.map((column) => ({
    key: column.key,
    title: column.title,
    width: column.width,
    ellipsis: true,
    ...(column.isName && { className: CARD_HEAD }),
    align: column.type === 'number' || column.type === 'integer' ? 'right' : 'left',
    sorter: column.sort ?? false,
    sortOrder: sort === column.key ? 'ascend' : sort === `-${column.key}` ? 'descend' : null,
    render: (_: unknown, row: R) => (column.render ? column.render(row) : (column.value(row) ?? '—')),
  }))
}
