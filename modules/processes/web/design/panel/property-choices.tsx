import { AutoComplete, Select } from 'antd'
import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { Row } from './property.tsx'

export type Option = { value: string; label: string }
type SelectProps = {
  label: string
  value: string
  options: Option[]
  hint?: string
  onChange: (value: string) => void
  isOptional?: boolean
}

export function SelectProperty({ label, value, options, hint, isOptional, onChange }: SelectProps) {
  const { t } = useTexts()
  const shown =
    value === '' || options.some((one) => one.value === value) ? options : [...options, { value, label: value }]
  return (
    <Row label={label} {...(hint && { hint })}>
      {(id) => (
        <Select
          id={id}
          style={{ width: '100%' }}
          {...(value !== '' && { value })}
          placeholder={t('processes.choose')}
          options={shown}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={isOptional === true}
          onChange={(next) => onChange(next ?? '')}
        />
      )}
    </Row>
  )
}

/** One of these, or a new one. */
export function SuggestProperty({ label, value, options, hint, onChange }: SelectProps) {
  return (
    <Row label={label} {...(hint && { hint })}>
      {(id) => <SuggestInput key={value} id={id} value={value} options={options} onChange={onChange} />}
    </Row>
  )
}

type SuggestProps = Pick<SelectProps, 'value' | 'options' | 'onChange'> & {
  id?: string
  label?: string
  placeholder?: string
}

export function SuggestInput({ id, label, value, options, placeholder, onChange }: SuggestProps) {
  const keep = (next: string) => next !== value && onChange(next)
  return (
    <AutoComplete
      {...(id && { id })}
      aria-label={label}
      style={{ width: '100%' }}
      defaultValue={value}
      // What is typed stands as it is: leaving the field must not take the first suggestion instead.
      defaultActiveFirstOption={false}
      placeholder={placeholder}
      options={options}
      onSelect={keep}
      onBlur={({ target }) => keep((target as HTMLInputElement).value.trim())}
    />
  )
}

type ManyProps = {
  label: string
  value: string[]
  options: Option[]
  hint?: string
  onChange: (value: string[]) => void
}

export function ManyProperty({ label, value, options, hint, onChange }: ManyProps) {
  const { t } = useTexts()
  return (
    <Row label={label} {...(hint && { hint })}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          style={{ width: '100%' }}
          value={value}
          options={options}
          placeholder={t('processes.none')}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={onChange}
        />
      )}
    </Row>
  )
}
