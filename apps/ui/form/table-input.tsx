import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ClipboardEvent } from 'react'
import { columnSums } from '../../../kernel/forms/compute.ts'
import type { FormIssue, FormValues, SimpleField, TableField } from '../../../kernel/forms/definition.ts'
import { rowsOfPaste } from '../../../kernel/forms/paste-rows.ts'
import { unitWords } from '../../../kernel/forms/unit-words.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { itemsOf } from './dictionaries.ts'
import { FieldInput } from './field-input.tsx'
import { FieldText } from './field-text.tsx'

type Props = {
  field: TableField
  value: unknown
  isWritable: boolean
  issues: readonly FormIssue[]
  labelledBy: string
  onChange: (value: unknown) => void
}

/** Rows of simple fields, one below the other; a block copied from a spreadsheet fills as many as it has. */
export function TableInput({ field, value, isWritable, issues, labelledBy, onChange }: Props) {
  const { t, words, language } = useTexts()
  const rows = Array.isArray(value) ? (value as FormValues[]) : []
  const isFull = field.maxRows !== undefined && rows.length >= field.maxRows
  const change = (index: number, name: string, cell: unknown) =>
    onChange(rows.with(index, { ...rows[index], [name]: cell }))
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!isWritable || !/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    onChange(pasted(field, rows, text, placeOf(field, event.target as HTMLElement)))
  }
  return (
    <div className="form-table" onPaste={paste}>
      <table aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {field.columns.map((column) => (
              <th key={column.name} scope="col" className={column.type === 'number' ? 'form-cell-number' : ''}>
                {words(column.title)}
                {column.type === 'number' && column.unit && (
                  <span className="unit"> ({unitWords(column.unit, language)})</span>
                )}
                {column.required && isWritable && <span className="form-star">*</span>}
              </th>
            ))}
            {isWritable && <th aria-label={t('form.row.acts')} />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
            <tr key={index}>
              {field.columns.map((column) => (
                <Cell
                  key={column.name}
                  at={`${field.name}[${index}].${column.name}`}
                  column={column}
                  row={row}
                  index={index}
                  isInput={isWritable && column.computed === undefined}
                  issues={issues}
                  onChange={(cell) => change(index, column.name, cell)}
                />
              ))}
              {isWritable && (
                <td className="form-row-acts">
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={t('form.row.remove', { number: index + 1 })}
                    onClick={() => onChange(rows.toSpliced(index, 1))}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
        <Sums field={field} rows={rows} isWritable={isWritable} />
      </table>
      {isWritable ? (
        <div className="form-table-foot">
          <Button size="small" icon={<PlusOutlined />} disabled={isFull} onClick={() => onChange([...rows, {}])}>
            {t('form.row.add')}
          </Button>
          <span className="quiet">{t('form.table.paste')}</span>
        </div>
      ) : (
        rows.length === 0 && <div className="form-text quiet">—</div>
      )}
    </div>
  )
}

type CellProps = {
  at: string
  column: SimpleField
  row: FormValues
  index: number
  isInput: boolean
  issues: readonly FormIssue[]
  onChange: (cell: unknown) => void
}

function Cell({ at, column, row, index, isInput, issues, onChange }: CellProps) {
  const { t, words } = useTexts()
  const own = issues.filter((issue) => issue.field === at)
  const title = words(column.title)
  return (
    <td data-title={title} data-at={at} className={column.type === 'number' ? 'form-cell-number' : ''}>
      <label className="visually-hidden" htmlFor={at}>
        {t('form.cell', { column: title, number: index + 1 })}
      </label>
      {isInput ? (
        <FieldInput
          id={at}
          field={column}
          value={row[column.name]}
          isWrong={own.length > 0}
          {...(own.length > 0 && { describedBy: `${at}-faults` })}
          onChange={onChange}
        />
      ) : (
        <FieldText field={column} value={row[column.name]} isBare />
      )}
      <div id={`${at}-faults`}>
        {own.map((issue) => (
          <div key={issue.code} className="form-issue">
            {t(issue.code, issue.params)}
          </div>
        ))}
      </div>
    </td>
  )
}

function Sums({ field, rows, isWritable }: { field: TableField; rows: FormValues[]; isWritable: boolean }) {
  const { t, words } = useTexts()
  const sums = columnSums(field.columns, rows)
  if (Object.keys(sums).length === 0 || rows.length === 0) return null
  return (
    <tfoot>
      <tr>
        {field.columns.map((column, index) => (
          <td
            key={column.name}
            {...(column.name in sums && { 'data-title': `${words(column.title)} ${t('form.table.sum')}` })}
            className={column.type === 'number' ? 'form-cell-number' : ''}
          >
            {index === 0 && !(column.name in sums) && t('form.table.sum')}
            {column.name in sums && <FieldText field={column} value={sums[column.name]} isBare />}
          </td>
        ))}
        {isWritable && <td />}
      </tr>
    </tfoot>
  )
}

/** «parcels[2].area» of the cell that has the cursor; a paste elsewhere adds rows. */
function placeOf({ columns }: TableField, target: HTMLElement): { row: number; column: number } | null {
  const [, row, name] = /\[(\d+)\]\.(.+)$/.exec(target.closest<HTMLElement>('td[data-at]')?.dataset.at ?? '') ?? []
  if (row === undefined) return null
  const typed = columns.filter(({ computed }) => computed === undefined)
  return {
    row: Number(row),
    column: Math.max(
      0,
      typed.findIndex((column) => column.name === name),
    ),
  }
}

function pasted(
  field: TableField,
  rows: FormValues[],
  text: string,
  at: { row: number; column: number } | null,
): FormValues[] {
  const added = rowsOfPaste(field, text, itemsOf, at?.column ?? 0)
  const start = at?.row ?? rows.length
  const next = [...rows]
  for (const [offset, row] of added.entries()) next[start + offset] = { ...next[start + offset], ...row }
  return next
}
