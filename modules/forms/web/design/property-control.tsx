import { Checkbox, Input, InputNumber, Select } from 'antd'
import { useId } from 'react'
import { useTexts, type Words } from '../../../../apps/ui/i18n/use-texts.ts'
import type { Choice, FormDefinition, FormField } from '../../../../kernel/forms/definition.ts'
import type { Path } from '../../rules/edit-definition.ts'
import { ChoicesEditor } from './choices-editor.tsx'
import { DefaultInput } from './default-input.tsx'
import { DictionaryPicker, OrganisationsPicker } from './dictionary-picker.tsx'
import { ExpressionInput } from './expression-input.tsx'
import type { Property } from './property-table.ts'

type Props = {
  definition: FormDefinition
  path: Path
  field: FormField
  property: Property
  onSet: (parts: Record<string, unknown>) => void
}

/** One property with its label. */
export function PropertyControl(props: Props) {
  const { t } = useTexts()
  const id = useId()
  const { field, property, onSet } = props
  const { name, kind } = property
  const value = (field as Record<string, unknown>)[name]
  if (kind === 'flag')
    return (
      <Checkbox
        className="property"
        checked={value === true}
        onChange={({ target }) => onSet({ [name]: target.checked || undefined })}
      >
        {t(`forms.property.${name}`)}
      </Checkbox>
    )
  if (kind === 'words') return <WordsInput name={name} value={value as Words | undefined} onSet={onSet} />
  return (
    <div className="property">
      <label htmlFor={id}>{t(`forms.property.${name}`)}</label>
      <Control {...props} id={id} value={value} />
    </div>
  )
}

function Control({ id, definition, path, field, property, value, onSet }: Props & { id: string; value: unknown }) {
  const { t, words } = useTexts()
  const { name } = property
  const set = (next: unknown) => onSet({ [name]: next === null || next === '' ? undefined : next })
  switch (property.kind) {
    case 'text':
      return <Input id={id} value={(value as string) ?? ''} onChange={({ target }) => set(target.value)} />
    case 'number': {
      const { least, decimals, unit, factor = 1 } = property
      return (
        <InputNumber
          id={id}
          style={{ width: '100%' }}
          value={value === undefined ? null : (value as number) / factor}
          {...(least !== undefined && { min: least })}
          {...(decimals !== undefined && { precision: decimals })}
          {...(unit && { suffix: unit })}
          onChange={(next) => set(next === null ? null : factor === 1 ? next : Math.round(next * factor))}
        />
      )
    }
    case 'choice':
      return (
        <Select
          id={id}
          allowClear={!property.isNeeded}
          value={(value as string) ?? null}
          placeholder={t('forms.property.none')}
          options={property.choices.map((one) => ({ value: one, label: t(`forms.choice.${name}.${one}`) }))}
          onChange={(next?: string) => set(next ?? null)}
        />
      )
    case 'feel':
      return (
        <ExpressionInput id={id} value={(value as string) ?? ''} definition={definition} path={path} onChange={set} />
      )
    case 'section':
      return (
        <Select
          id={id}
          allowClear
          value={(value as string) ?? null}
          placeholder={t('forms.section.none')}
          options={(definition.sections ?? []).map((section) => ({ value: section.name, label: words(section.title) }))}
          onChange={(next?: string) => set(next ?? null)}
        />
      )
    case 'options':
    case 'kinds':
      return (
        <ChoicesEditor
          id={id}
          isKinds={property.kind === 'kinds'}
          choices={(value as Choice[]) ?? []}
          onChange={(next) => set(next.length === 0 && property.kind === 'kinds' ? null : next)}
        />
      )
    case 'types':
      return (
        <Select
          id={id}
          mode="tags"
          value={(value as string[]) ?? []}
          placeholder={t('forms.types.any')}
          tokenSeparators={[',', ' ', '，']}
          options={['pdf', 'jpg', 'png', 'docx', 'xlsx', 'zip', 'dwg', 'shp'].map((type) => ({
            value: type,
            label: type,
          }))}
          onChange={(types: string[]) =>
            set(types.length === 0 ? null : types.map((type) => type.toLowerCase().replace(/[^a-z0-9]/g, '')))
          }
        />
      )
    case 'dictionary':
      return field.type === 'code' ? <DictionaryPicker id={id} field={field} onSet={onSet} /> : null
    case 'organisations':
      return <OrganisationsPicker id={id} value={value as string | undefined} onSet={onSet} />
    case 'default':
      return <DefaultInput id={id} field={field} onSet={onSet} />
    default:
      return null
  }
}

function WordsInput({ name, value, onSet }: { name: string; value: Words | undefined; onSet: Props['onSet'] }) {
  const { t } = useTexts()
  const id = useId()
  const put = (next: Words) => onSet({ [name]: next.zh === '' && next.en === '' ? undefined : next })
  return (
    <div className="property-pair">
      {(['zh', 'en'] as const).map((language) => (
        <div key={language}>
          <label htmlFor={`${id}-${language}`}>{t(`forms.property.${name}.${language}`)}</label>
          <Input
            id={`${id}-${language}`}
            maxLength={200}
            value={value?.[language] ?? ''}
            onChange={({ target }) => put({ zh: '', en: '', ...value, [language]: target.value })}
          />
        </div>
      ))}
    </div>
  )
}
