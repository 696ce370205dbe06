import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { FormIssue, FormValues, TableField } from '../../../kernel/forms/definition.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { FieldInput } from './field-input.tsx'
import { FieldText } from './field-text.tsx'

type Props = {
  field: TableField
  value: unknown
  isWritable: boolean
  issues: readonly FormIssue[]
  onChange: (value: unknown) => void
}

/** Rows of simple fields, one below the other. */
export function TableInput({ field, value, isWritable, issues, onChange }: Props) {
  const { t, words } = useTexts()
  const rows = Array.isArray(value) ? (value as FormValues[]) : []
  const isFull = field.maxRows !== undefined && rows.length >= field.maxRows
  const change = (index: number, name: string, cell: unknown) =>
    onChange(rows.with(index, { ...rows[index], [name]: cell }))
  return (
    <div className="form-table">
      <table>
        <thead>
          <tr>
            {field.columns.map((column) => (
              <th key={column.name}>{words(column.title)}</th>
            ))}
            {isWritable && <th />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
            <tr key={index}>
              {field.columns.map((column) => {
                const at = `${field.name}[${index}].${column.name}`
                const own = issues.filter((issue) => issue.field === at)
                const isInput = isWritable && column.computed === undefined
                return (
                  <td key={column.name} title={own.map((issue) => t(issue.code, issue.params)).join(' ')}>
                    {isInput ? (
                      <FieldInput
                        id={at}
                        field={column}
                        value={row[column.name]}
                        isWrong={own.length > 0}
                        onChange={(cell) => change(index, column.name, cell)}
                      />
                    ) : (
                      <FieldText field={column} value={row[column.name]} />
                    )}
                  </td>
                )
              })}
              {isWritable && (
                <td>
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
      </table>
      {isWritable && (
        <Button size="small" icon={<PlusOutlined />} disabled={isFull} onClick={() => onChange([...rows, {}])}>
          {t('form.row.add')}
        </Button>
      )}
    </div>
  )
}
