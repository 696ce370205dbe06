import { useId } from 'react'
import type { FieldType, FormField, FormIssue } from '../../../kernel/forms/definition.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { FieldControl } from './field-control.tsx'
import { FieldText } from './field-text.tsx'
import { TableInput } from './table-input.tsx'

type Props = {
  field: FormField
  value: unknown
  isWritable: boolean
  isRequired: boolean
  issues: readonly FormIssue[]
  onChange: (value: unknown) => void
}

/** Controls of several parts: the title names the group, not one input. */
const GROUPS: FieldType[] = ['table', 'photos', 'attachments', 'map', 'signature', 'yesNo', 'choice']
/** They take the whole width where two columns stand side by side. */
const WIDE: FieldType[] = ['table', 'multiline', 'attachments', 'map', 'signature']

/** Title, input or text, hint, and what is wrong. */
export function FieldRow({ field, value, isWritable, isRequired, issues, onChange }: Props) {
  const { t, words } = useTexts()
  const id = useId()
  const own = issues.filter((issue) => issue.field === field.name)
  const hint = field.hint && isWritable ? words(field.hint) : ''
  const describedBy = [hint && `${id}-hint`, own.length > 0 && `${id}-faults`].filter(Boolean).join(' ')
  const isGroup = !isWritable || GROUPS.includes(field.type)
  const title = (
    <>
      {words(field.title)}
      {isRequired && isWritable && (
        <span className="form-star" title={t('form.required')}>
          *<span className="visually-hidden">{t('form.required')}</span>
        </span>
      )}
      {field.computed && <span className="tag">{t('form.computed')}</span>}
    </>
  )
  const control = { id, field, value, isWrong: own.length > 0, onChange, ...(describedBy && { describedBy }) }
  return (
    <div className={className(field, own.length > 0)} data-field={field.name}>
      {isGroup ? (
        <div className="form-title" id={`${id}-title`}>
          {title}
        </div>
      ) : (
        <label className="form-title" htmlFor={id}>
          {title}
        </label>
      )}
      {field.type === 'table' ? (
        <TableInput
          field={field}
          value={value}
          isWritable={isWritable}
          issues={issues}
          onChange={onChange}
          labelledBy={`${id}-title`}
        />
      ) : isWritable ? (
        <FieldControl {...control} {...(isGroup && { labelledBy: `${id}-title` })} />
      ) : (
        <FieldText field={field} value={value} />
      )}
      {hint && (
        <div className="quiet form-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div id={`${id}-faults`} aria-live="polite">
        {own.map((issue) => (
          <div key={issue.code} className="form-issue">
            {t(issue.code, issue.params)}
          </div>
        ))}
      </div>
    </div>
  )
}

const className = ({ type }: FormField, isWrong: boolean) =>
  ['form-row', WIDE.includes(type) && 'form-row-wide', isWrong && 'form-row-wrong'].filter(Boolean).join(' ')
