import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { FormDefinition, FormField, FormIssue } from '../../../../kernel/forms/definition.ts'
import { type Path, replaceAt } from '../../rules/edit-definition.ts'
import { renameField } from '../../rules/rename-field.ts'
import { formsWords } from '../texts.ts'
import { placeOf } from './field-list.tsx'
import { IssueList } from './issue-list.tsx'
import { PropertyControl } from './property-control.tsx'
import { commonProperties, ownProperties, type Property } from './property-table.ts'

type Props = {
  definition: FormDefinition
  path: Path
  field: FormField
  issues: readonly FormIssue[]
  onChange: (definition: FormDefinition) => void
}

/** Everything about one field: its name and titles, what its type asks, when it is shown and asked for. */
export function FieldProperties({ definition, path, field, issues, onChange }: Props) {
  const { t } = useTexts()
  const put = (next: FormField) => onChange(replaceAt(definition, path, next))
  /** Undefined takes the property away. */
  const set = (parts: Record<string, unknown>) =>
    put(
      Object.fromEntries(
        Object.entries({ ...field, ...parts }).filter(([, value]) => value !== undefined),
      ) as FormField,
    )
  const control = (property: Property) => (
    <PropertyControl
      key={property.name}
      definition={definition}
      path={path}
      field={field}
      property={property}
      onSet={set}
    />
  )
  return (
    <div className="properties">
      <h3 className="section-title">
        {t(path.length > 1 ? 'forms.properties.column' : 'forms.properties.field')}
        <span className="quiet"> {t(`forms.type.${field.type}`)}</span>
      </h3>
      <IssueList issues={issues.filter((issue) => issue.field === placeOf(definition, path))} />
      <Titles title={field.title} onChange={(title) => put({ ...field, title: withEnglish(field, title) })} />
      <NameInput name={field.name} onChange={(name) => onChange(renameField(definition, path, name))} />
      {ownProperties[field.type].filter((property) => property.name !== 'sum' || path.length > 1).map(control)}
      {commonProperties(field.type, path.length > 1).map(control)}
    </div>
  )
}

/** English that nobody has written follows the Chinese: better untranslated than wrong. */
function withEnglish({ title: before, type }: FormField, title: FormField['title']): FormField['title'] {
  const isUntouched =
    before.en === title.en && (before.en === before.zh || before.en === formsWords[`forms.type.${type}`]?.en)
  return isUntouched ? { zh: title.zh, en: title.zh } : title
}

export function Titles({
  title,
  onChange,
}: {
  title: FormField['title']
  onChange: (title: FormField['title']) => void
}) {
  const { t } = useTexts()
  const id = useId()
  return (
    <div className="property-pair">
      <div>
        <label htmlFor={`${id}-zh`}>{t('forms.title.zh')}</label>
        <Input
          id={`${id}-zh`}
          maxLength={200}
          value={title.zh}
          onChange={({ target }) => onChange({ ...title, zh: target.value })}
        />
      </div>
      <div>
        <label htmlFor={`${id}-en`}>{t('forms.title.en')}</label>
        <Input
          id={`${id}-en`}
          maxLength={200}
          value={title.en}
          onChange={({ target }) => onChange({ ...title, en: target.value })}
        />
      </div>
    </div>
  )
}

/** Renamed when one leaves it, with everything that says it: half a name would match other fields. */
export function NameInput({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  const { t } = useTexts()
  const id = useId()
  const [typed, setTyped] = useState(name)
  const take = () => typed.trim() !== name && onChange(typed.trim())
  return (
    <div className="property">
      <label htmlFor={id}>{t('forms.name')}</label>
      <Input
        id={id}
        maxLength={60}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={take}
        onPressEnter={take}
      />
    </div>
  )
}
