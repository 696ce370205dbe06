import { DownloadOutlined, FilterOutlined, ReloadOutlined } from '@ant-design/icons'
import { App, Button, Popover } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Input } from '../api.ts'
import { useSentence } from '../components/use-sentence.ts'
import { count } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { asProblem } from '../problem.ts'
import type { TableColumn, TableFilter } from './column.ts'
import { ColumnChoice } from './column-choice.tsx'
import { exportRows } from './export-rows.ts'
import { TableFilters } from './table-filters.tsx'
import type { Paging } from './use-rows.ts'

/** More filters than these need a wide table. */
const FEW = 3

type Props<R> = {
  title: string
  query: string
  paging: Paging
  /** What the list is asked with, less its page. */
  asked: Input
  total: number | undefined
  isEmpty: boolean
  columns: readonly TableColumn<R>[]
  filters: readonly TableFilter[]
  values: Record<string, string>
  choice: { shown: string[]; choose: (keys: string[]) => void; visible: TableColumn<R>[] }
  selection?: { keys: string[] }
  actions?: ReactNode
  onFilter: (name: string, value: string | undefined) => void
  onClear: () => void
  onRefresh: () => void
}

/** Above a table: what it is, how many, filters, actions, export. */
export function TableBar<R>(props: Props<R>) {
  const { t } = useTexts()
  const { title, total, columns, filters, values, choice, selection, actions, onFilter, onClear, onRefresh } = props
  const inBar = filters.filter(({ isFolded }) => !isFolded)
  const isFolding = inBar.length < filters.length
  const chosen = selection?.keys.length ?? 0
  return (
    <div className="table-bar">
      <h2 className="table-title">{title}</h2>
      {total !== undefined && <span className="tag number">{t('common.total', { count: count(total) })}</span>}
      {chosen > 0 && <span className="tag tag-strong number">{t('table.selected', { count: chosen })}</span>}
      <div className="table-bar-rest">
        <div className={inBar.length > FEW ? 'table-filters table-filters-many' : 'table-filters'}>
          <TableFilters filters={inBar} values={values} onFilter={onFilter} onClear={onClear} />
        </div>
        {(filters.length > 1 || isFolding) && <FoldedFilters {...props} isAlways={isFolding} />}
        {actions}
        <Button
          icon={<ReloadOutlined />}
          aria-label={t('table.refresh')}
          title={t('table.refresh')}
          onClick={onRefresh}
        />
        <ColumnChoice columns={columns} shown={choice.shown} onChoose={choice.choose} />
        <ExportButton {...props} />
      </div>
    </div>
  )
}

/** All filters behind a button: where the table is too narrow for them (tables.css decides), or some are nowhere else. */
function FoldedFilters<R>({ filters, values, onFilter, onClear, isAlways }: Props<R> & { isAlways: boolean }) {
  const { t } = useTexts()
  const set = Object.keys(values).length
  const content = (
    <div className="table-filters-column">
      <TableFilters isWide filters={filters} values={values} onFilter={onFilter} onClear={onClear} />
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={content} title={t('table.search')} destroyOnHidden>
      <Button
        className={isAlways ? '' : filters.length > FEW ? 'table-folded table-folded-many' : 'table-folded'}
        icon={<FilterOutlined />}
        type={set > 0 ? 'primary' : 'default'}
        ghost={set > 0}
      >
        {set > 0 ? t('table.search.set', { count: set }) : t('table.search')}
      </Button>
    </Popover>
  )
}

function ExportButton<R>({ title, query, paging, asked, choice, isEmpty }: Props<R>) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const { sentenceOf } = useSentence()
  const [taken, setTaken] = useState<number | null>(null)
  const save = () => {
    setTaken(0)
    exportRows({ fileName: title, query, input: asked, paging, columns: choice.visible, onRows: setTaken })
      .catch((error: unknown) => message.error(sentenceOf(asProblem(error))))
      .finally(() => setTaken(null))
  }
  return (
    <Button
      icon={<DownloadOutlined />}
      loading={taken !== null}
      disabled={isEmpty}
      onClick={save}
      aria-label={t('table.export')}
      title={t('table.export')}
    >
      <span className="table-export-word number">
        {taken ? t('table.export.taken', { count: count(taken) }) : t('table.export')}
      </span>
    </Button>
  )
}
