import { Skeleton } from 'antd'
import { EmptyState } from '../components/empty-state.tsx'
import { RefusalNotice } from '../components/refusal-notice.tsx'
import { useTexts } from '../i18n/use-texts.ts'
import { useColumnChoice } from './column-choice.tsx'
import { CursorPager } from './cursor-pager.tsx'
import type { DataTableProps } from './data-table-props.ts'
import { RowTable } from './row-table.tsx'
import { SetFilters } from './set-filters.tsx'
import { TableBar } from './table-bar.tsx'
import { useRows, useTrail } from './use-rows.ts'
import { useTableState } from './use-table-state.ts'

/** A list of the server: paged, sorted and filtered there, its state in the address, columns by choice, exported whole. */
export function DataTable<R extends object>(props: DataTableProps<R>) {
  const { id, query, input, toInput, head, columns, filters = [], empty, paging = 'pages', refetchInterval } = props
  const { t } = useTexts()
  const { state, toPage, goAfter, sortBy, filterBy, clear } = useTableState(filters.map(({ name }) => name))
  const choice = useColumnChoice(id, columns)
  const asked = { ...input, ...(toInput?.(state.filters) ?? state.filters), ...(state.sort && { sort: state.sort }) }
  const { rows, total, next, error, isFetching, refetch } = useRows<R>(query, asked, paging, state, refetchInterval)
  const trail = useTrail(state.after, goAfter)
  const isFiltered = Object.keys(state.filters).length > 0
  return (
    <div className="data-table">
      <TableBar
        {...props}
        filters={filters}
        paging={paging}
        asked={asked}
        total={total}
        isEmpty={!rows?.length}
        values={state.filters}
        choice={choice}
        onFilter={filterBy}
        onClear={clear}
        onRefresh={() => refetch()}
      />
      <div className="table-second">
        {head}
        <SetFilters filters={filters} values={state.filters} onFilter={filterBy} />
      </div>
      {error && <RefusalNotice error={error} onRetry={() => refetch()} />}
      {!rows && !error && (
        <Skeleton active title={false} paragraph={{ rows: 6, width: '100%' }} className="table-skeleton" />
      )}
      {rows?.length === 0 &&
        (isFiltered ? <EmptyState small title={t('table.nothing')} next={t('table.nothing.next')} /> : empty)}
      {rows && rows.length > 0 && (
        <RowTable
          {...props}
          rows={rows}
          total={total}
          state={state}
          visible={choice.visible}
          isFetching={isFetching}
          onSort={sortBy}
          onPage={toPage}
        />
      )}
      {paging === 'cursor' && (
        <CursorPager
          shown={rows?.length ?? 0}
          onBack={trail.back}
          onForth={next === null ? undefined : () => trail.forth(next)}
        />
      )}
    </div>
  )
}
