import { Checkbox, Pagination, type TableProps } from 'antd'
import { type HTMLAttributes, type Key, type ReactNode, useState } from 'react'
import { useTexts } from '../i18n/use-texts.ts'
import { factsOf } from './card-facts.ts'
import { CardSort } from './card-sort.tsx'

const PAGE_SIZE = 50

/** The rows of a table as cards, one below the other: what they are called, then what else is known, each with its label. */
export function RowCards<R extends object>(props: TableProps<R>) {
  const { dataSource = [], columns = [], rowSelection, pagination, locale, title, className = '' } = props
  const [own, setOwn] = useState(1)
  const isPaged = pagination !== false && pagination !== undefined
  const { current = own, pageSize = PAGE_SIZE, total = dataSource.length } = isPaged ? pagination : {}
  // A server sends one page; a list that came whole is cut here.
  const isWhole = isPaged && pagination.total === undefined
  const rows = isWhole ? dataSource.slice((current - 1) * pageSize, current * pageSize) : dataSource
  const turn = (page: number, size: number) => {
    setOwn(page)
    props.onChange?.({ current: page, pageSize: size }, {}, sortedBy(columns), {
      currentDataSource: [],
      action: 'paginate',
    })
  }
  return (
    <div className={`cards-list ${className}`}>
      {title && <div className="cards-title">{title(dataSource)}</div>}
      <div className="cards-bar">
        {rowSelection && <ChooseAll {...props} rows={rows} />}
        <CardSort {...props} />
      </div>
      {rows.length === 0 && (typeof locale?.emptyText === 'function' ? locale.emptyText() : locale?.emptyText)}
      <ul className="cards">
        {rows.map((row, index) => (
          <RowCard key={String(keyOf(props, row))} {...props} row={row} index={index} />
        ))}
      </ul>
      {isPaged && total > pageSize && (
        <Pagination size="small" simple current={current} pageSize={pageSize} total={total} onChange={turn} />
      )}
    </div>
  )
}

function sortedBy<R>(columns: NonNullable<TableProps<R>['columns']>) {
  const column = columns.find(({ sortOrder }) => sortOrder)
  return column ? { columnKey: column.key, order: column.sortOrder } : {}
}

function keyOf<R extends object>({ rowKey }: TableProps<R>, row: R): Key {
  if (typeof rowKey === 'function') return rowKey(row)
  return (row as Record<string, Key>)[String(rowKey)]!
}

type RowProps<R> = TableProps<R> & { row: R; index: number }

function RowCard<R extends object>(props: RowProps<R>) {
  const { row, index, columns = [], rowSelection, rowClassName, onRow, expandable } = props
  const { t } = useTexts()
  const facts = factsOf(columns, row, index)
  const onCard = onRow?.(row, index) as HTMLAttributes<HTMLLIElement> | undefined
  const more = expandable?.expandedRowRender
  const name = typeof rowClassName === 'function' ? rowClassName(row, index, 0) : rowClassName
  return (
    <li {...onCard} className={['row-card', onCard?.onClick && 'row-card-touched', name].filter(Boolean).join(' ')}>
      <div className="row-card-head">
        {rowSelection && <ChooseOne {...props} />}
        <div>
          {facts
            .filter(({ isHead }) => isHead)
            .map(({ key, value }) => (
              <div key={key}>{value}</div>
            ))}
        </div>
      </div>
      <dl>
        {facts
          .filter(({ isHead }) => !isHead)
          .map(({ key, label, value }) => (
            <div key={key} className={label ? undefined : 'row-card-acts'}>
              {label && <dt>{label}</dt>}
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {more && (
        <details>
          <summary>{t('table.details')}</summary>
          {more(row, index, 0, true)}
        </details>
      )}
    </li>
  )
}

function ChooseOne<R extends object>(props: RowProps<R>) {
  const { row, dataSource = [], rowSelection } = props
  const { t } = useTexts()
  const key = keyOf(props, row)
  const chosen = rowSelection!.selectedRowKeys ?? []
  const toggle = (isOn: boolean) =>
    choose(props, dataSource, isOn ? [...chosen, key] : chosen.filter((one) => one !== key))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps a touch on the box from opening the card
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box itself answers to keys
    <span onClick={(event) => event.stopPropagation()}>
      <Checkbox
        checked={chosen.includes(key)}
        aria-label={t('table.choose')}
        onChange={(event) => toggle(event.target.checked)}
        {...rowSelection!.getCheckboxProps?.(row)}
      />
    </span>
  )
}

function ChooseAll<R extends object>({ rows, ...props }: TableProps<R> & { rows: readonly R[] }): ReactNode {
  const { t } = useTexts()
  const chosen = props.rowSelection!.selectedRowKeys ?? []
  const here = rows.map((row) => keyOf(props, row))
  const isAll = here.length > 0 && here.every((key) => chosen.includes(key))
  const elsewhere = chosen.filter((key) => !here.includes(key))
  return (
    <Checkbox
      checked={isAll}
      indeterminate={!isAll && elsewhere.length < chosen.length}
      onChange={() => choose(props, rows, isAll ? elsewhere : [...elsewhere, ...here])}
    >
      {t('table.chooseAll')}
    </Checkbox>
  )
}

/** As the table would say it: the keys, and those of their rows that are on this page. */
function choose<R extends object>(props: TableProps<R>, rows: readonly R[], keys: Key[]): void {
  const chosen = rows.filter((row) => keys.includes(keyOf(props, row)))
  props.rowSelection?.onChange?.(keys, chosen, { type: 'multiple' })
}
