import { useMemo } from 'react'
import { checkForm } from '../../../kernel/forms/check-form.ts'
import { withComputed } from '../../../kernel/forms/compute.ts'
import type { FormDefinition, FormField, FormIssue, FormSection, FormValues } from '../../../kernel/forms/definition.ts'
import { isVisible } from '../../../kernel/forms/expressions.ts'
import { type FormStep, isHidden, isRequiredBy, mayWrite } from '../../../kernel/forms/field-rights.ts'
import { today } from '../components/day-calendar.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { useTexts } from '../i18n/use-texts.ts'
import { knowsCode, useDictionaries } from './dictionaries.ts'
import { FieldRow } from './field-row.tsx'
import { type FormPlace, FormPlaceContext } from './form-place.ts'
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
  place?: FormPlace
}

const READ_ONLY: FormStep = { writable: [] }
const NOWHERE: FormPlace = {}

/** Every fault of the values at this step, by the same rules as the server. */
export const formIssues = (
  definition: FormDefinition,
  values: FormValues,
  step: FormStep,
  { scope }: FormPlace = NOWHERE,
): FormIssue[] => checkForm(definition, values, step, { today: today(), knowsCode, ...(scope && { scope }) })

/** A form as data, filled in on the desk or the phone: computed and hidden fields follow as one types. */
export function FormRenderer(props: Props) {
  const { definition, values, step = READ_ONLY, withIssues, issues = [], onChange, place = NOWHERE } = props
  const { t } = useTexts()
  useDictionaries(definition)
  const kept = useMemo(() => (definition ? withComputed(definition, values) : values), [definition, values])
  if (!definition || definition.fields.length === 0)
    return <EmptyState small title={t('form.empty')} next={t('form.empty.next')} />
  const found = withIssues ? [...formIssues(definition, values, step, place), ...issues] : issues
  const row = (field: FormField) => (
    <FieldRow
      key={field.name}
      field={field}
      value={kept[field.name]}
      isWritable={onChange !== undefined && mayWrite(step, field)}
      isRequired={field.required === true || isRequiredBy(step, field)}
      issues={found.filter((issue) => issue.field.split(/[[.]/)[0] === field.name)}
      onChange={(value) => onChange?.({ ...values, [field.name]: value })}
    />
  )
  const shown = definition.fields.filter((field) => !isHidden(step, field) && isVisible(field, definition, kept))
  return (
    <FormPlaceContext value={{ ...place, definition, values: kept }}>
      <div className={place.isPhone ? 'form form-phone' : 'form'}>
        <div className="form-fields">{shown.filter(({ section }) => section === undefined).map(row)}</div>
        {(definition.sections ?? []).map((section) => (
          <Part
            key={section.name}
            section={section}
            rows={shown.filter((field) => field.section === section.name).map(row)}
          />
        ))}
      </div>
    </FormPlaceContext>
  )
}

function Part({ section, rows }: { section: FormSection; rows: React.ReactNode[] }) {
  const { words } = useTexts()
  if (rows.length === 0) return null
  return (
    <fieldset className="form-section">
      <legend className="section-title">{words(section.title)}</legend>
      <div className="form-fields">{rows}</div>
    </fieldset>
  )
}
