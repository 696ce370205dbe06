import type { TableProps } from 'antd'
import { Skeleton, Table } from 'antd'
import type { Key, ReactNode } from 'react'
import type { Input, Rows } from '../api.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { RefusalNotice } from '../components/refusal-notice.tsx'
import { count as grouped } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useAsk } from '../queries.ts'
import type { TableColumn, TableFilter } from './column.ts'
import { useColumnChoice } from './column-choice.tsx'
import { moveFocus } from './move-focus.ts'
import { TableBar } from './table-bar.tsx'
import { useTableState } from './use-table-state.ts'

type Props<R extends object> = {
  /** Names the column choice kept on this machine. */
  id: string
  title: string
  /** The list query; it is asked with page, pageSize, sort («-area» is downwards), the filters and `input`. */
  query: string
  input?: Input
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

/** A list of the server: paged, sorted and filtered there, its state in the address, columns by choice, exported whole. */
export function DataTable<R extends object>(props: Props<R>) {
  const { id, query, input, columns, filters = [], rowKey, onOpen, openKey, selection, empty, refetchInterval } = props
  const { t } = useTexts()
  const { state, toPage, sortBy, filterBy, clear } = useTableState(filters.map((filter) => filter.name))
  const choice = useColumnChoice(id, columns)
  const asked = { ...input, ...state.filters, ...(state.sort && { sort: state.sort }) }
  const { data, error, isFetching, refetch } = useAsk<Rows<R>>(
    query,
    { ...asked, page: state.page, pageSize: state.pageSize },
    { keep: true, ...(refetchInterval && { refetchInterval }) },
  )
  const isFiltered = Object.keys(state.filters).length > 0
  return (
    <div className="data-table">
      <TableBar
        {...props}
        filters={filters}
        asked={asked}
        total={data?.total}
        values={state.filters}
        choice={choice}
        onFilter={filterBy}
        onClear={clear}
        onRefresh={() => refetch()}
      />
      {error && <RefusalNotice error={error} onRetry={() => refetch()} />}
      {!data && !error && (
        <Skeleton active title={false} paragraph={{ rows: 6, width: '100%' }} className="table-skeleton" />
      )}
      {data?.total === 0 &&
        (isFiltered ? <EmptyState small title={t('table.nothing')} next={t('table.nothing.next')} /> : empty)}
      {data && data.total > 0 && (
        <Table<R>
          size="small"
          className={isFetching ? 'table table-fetching' : 'table'}
          rowKey={rowKey}
          dataSource={data.rows}
          columns={antColumns(choice.visible, state.sort)}
          scroll={{ x: choice.visible.reduce((sum, column) => sum + column.width, selection ? 40 : 0), y: '100%' }}
          rowClassName={(row) => (rowKey(row) === openKey ? 'row-open' : '')}
          onChange={(page, _filters, sorter) => {
            const one = Array.isArray(sorter) ? sorter[0] : sorter
            const sort = one?.order ? `${one.order === 'descend' ? '-' : ''}${String(one.columnKey)}` : undefined
            if (sort !== state.sort) sortBy(sort)
            else toPage(page.current ?? 1, page.pageSize ?? state.pageSize)
          }}
          pagination={{
            current: state.page,
            pageSize: state.pageSize,
            total: data.total,
            size: 'small',
            showSizeChanger: true,
            pageSizeOptions: [20, 50, 100, 200],
            showTotal: (total) => t('common.total', { count: grouped(total) }),
          }}
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
      )}
    </div>
  )
}

function antSelection<R>({
  keys,
  onChange,
}: {
  keys: string[]
  onChange: (keys: string[], rows: R[]) => void
}): NonNullable<TableProps<R>['rowSelection']> {
  return {
    selectedRowKeys: keys,
    columnWidth: 40,
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
    align: column.type === 'number' || column.type === 'integer' ? 'right' : 'left',
    sorter: column.sort ?? false,
    sortOrder: sort === column.key ? 'ascend' : sort === `-${column.key}` ? 'descend' : null,
    render: (_: unknown, row: R) => (column.render ? column.render(row) : (column.value(row) ?? '—')),
  }))
}
