import { useMemo } from 'react'
import { checkForm, type FormStep, mayWrite } from '../../../kernel/forms/check-form.ts'
import { withComputed } from '../../../kernel/forms/compute.ts'
import type { FormDefinition, FormField, FormIssue, FormValues } from '../../../kernel/forms/definition.ts'
import { isVisible } from '../../../kernel/forms/expressions.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { useTexts } from '../i18n/use-texts.ts'
import { knowsCode } from './dictionaries.ts'
import { FieldRow } from './field-row.tsx'
import './form.css'

type Props = {
  definition: FormDefinition | null
  values: FormValues
  /** What this step may write; left out, the form is only read. */
  step?: FormStep
  /** Findings are shown once somebody has tried to submit; the server's own are added. */
  withIssues?: boolean
  issues?: readonly FormIssue[]
  onChange?: (values: FormValues) => void
}

const READ_ONLY: FormStep = { writable: [] }

/** «2026-11-22» in Beijing. */
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())

/** Every fault of the values at this step, by the same rules as the server. */
export const formIssues = (definition: FormDefinition, values: FormValues, step: FormStep): FormIssue[] =>
  checkForm(definition, values, step, { today: today(), knowsCode })

/** A form as data, filled in on the desk: computed and hidden fields follow as one types. */
export function FormRenderer({ definition, values, step = READ_ONLY, withIssues, issues = [], onChange }: Props) {
  const { t } = useTexts()
  const kept = useMemo(() => (definition ? withComputed(definition, values) : values), [definition, values])
  if (!definition || definition.fields.length === 0)
    return <EmptyState small title={t('form.empty')} next={t('form.empty.next')} />
  const found = withIssues ? [...formIssues(definition, values, step), ...issues] : issues
  const ofField = (field: FormField) => found.filter((issue) => issue.field.split(/[[.]/)[0] === field.name)
  return (
    <div className="form">
      {definition.fields
        .filter((field) => isVisible(field, definition.fields, kept))
        .map((field) => (
          <FieldRow
            key={field.name}
            field={field}
            value={kept[field.name]}
            isWritable={onChange !== undefined && mayWrite(step, field)}
            issues={ofField(field)}
            onChange={(value) => onChange?.({ ...values, [field.name]: value })}
          />
        ))}
    </div>
  )
}
