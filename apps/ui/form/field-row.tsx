import { useId } from 'react'
import type { FormField, FormIssue, TableField } from '../../../kernel/forms/definition.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { FieldInput } from './field-input.tsx'
import { FieldText } from './field-text.tsx'
import { PhotosText } from './photos-text.tsx'
import { TableInput } from './table-input.tsx'

type Props = {
  field: FormField
  value: unknown
  isWritable: boolean
  issues: readonly FormIssue[]
  onChange: (value: unknown) => void
}

/** Title, input or text, hint, and what is wrong. */
export function FieldRow({ field, value, isWritable, issues, onChange }: Props) {
  const { t, words } = useTexts()
  const id = useId()
  const own = issues.filter((issue) => issue.field === field.name)
  return (
    <div className={own.length > 0 ? 'form-row form-row-wrong' : 'form-row'}>
      <label className="form-title" htmlFor={id}>
        {words(field.title)}
        {field.required && isWritable && (
          <span className="form-star" title={t('forms.required')}>
            *
          </span>
        )}
        {field.computed && <span className="tag">{t('form.computed')}</span>}
      </label>
      <Value id={id} field={field} value={value} isWritable={isWritable} issues={issues} onChange={onChange} />
      {field.hint && isWritable && <div className="quiet">{words(field.hint)}</div>}
      {own.map((issue) => (
        <div key={issue.code} className="form-issue" role="alert">
          {t(issue.code, issue.params)}
        </div>
      ))}
    </div>
  )
}

function Value({ id, field, value, isWritable, issues, onChange }: Props & { id: string }) {
  if (field.type === 'table')
    return (
      <TableInput
        field={field as TableField}
        value={value}
        isWritable={isWritable}
        issues={issues}
        onChange={onChange}
      />
    )
  if (field.type === 'photos') return <PhotosText field={field} value={value} />
  return isWritable ? (
    <FieldInput id={id} field={field} value={value} isWrong={issues.length > 0} onChange={onChange} />
  ) : (
    <FieldText field={field} value={value} />
  )
}
