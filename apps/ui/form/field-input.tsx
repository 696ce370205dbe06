import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import type { ChoiceField, CodeField, NumberField, SimpleField } from '../../../kernel/forms/definition.ts'
import { DayInput } from '../components/day-input.tsx'
import { useTexts } from '../i18n/use-texts.ts'
import { itemsOf } from './dictionaries.ts'

type Props<F extends SimpleField = SimpleField> = {
  id: string
  field: F
  value: unknown
  isWrong: boolean
  onChange: (value: unknown) => void
}

const textOf = (value: unknown) => (value === undefined || value === null ? '' : String(value))
/** More choices than this are looked up in a list. */
const SHORT = 4

/** The control that fits the field's type. */
export function FieldInput(props: Props) {
  const { id, field, value, isWrong, onChange } = props
  const status = isWrong ? { status: 'error' as const } : {}
  switch (field.type) {
    case 'text':
      return (
        <Input
          id={id}
          {...status}
          value={textOf(value)}
          maxLength={field.maxLength}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'multiline':
      return (
        <Input.TextArea
          id={id}
          {...status}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={textOf(value)}
          maxLength={field.maxLength}
          showCount={field.maxLength !== undefined && textOf(value).length > field.maxLength * 0.8}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'date':
      return (
        <DayInput id={id} {...status} width="100%" value={textOf(value)} onChange={(day) => onChange(day ?? null)} />
      )
    case 'number':
      return <NumberInput {...props} field={field} />
    case 'code':
      return <CodeInput {...props} field={field} />
    case 'choice':
      return <ChoiceInput {...props} field={field} />
    case 'yesNo':
      return <YesNoInput {...props} />
  }
}

function NumberInput({ id, field, value, isWrong, onChange }: Props<NumberField>) {
  return (
    <InputNumber
      id={id}
      style={{ width: '100%' }}
      value={value as number}
      {...(isWrong && { status: 'error' as const })}
      {...(field.decimals !== undefined && { precision: field.decimals })}
      {...(field.unit && { suffix: field.unit })}
      onChange={onChange}
    />
  )
}

function CodeInput({ id, field, value, isWrong, onChange }: Props<CodeField>) {
  const { words } = useTexts()
  const options = itemsOf(field.scheme, field.edition).map(({ code, title }) => ({
    value: code,
    label: `${code} ${words(title)}`,
  }))
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      {...(isWrong && { status: 'error' as const })}
      value={(value as string) || undefined}
      options={options}
      onChange={(code?: string) => onChange(code ?? null)}
    />
  )
}

function ChoiceInput({ id, field, value, isWrong, onChange }: Props<ChoiceField>) {
  const { words } = useTexts()
  const options = field.options.map((option) => ({ value: option.value, label: words(option.title) }))
  if (field.many) return <Checkbox.Group value={(value as string[]) ?? []} options={options} onChange={onChange} />
  if (options.length <= SHORT)
    return <Radio.Group id={id} value={value} options={options} onChange={(event) => onChange(event.target.value)} />
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      allowClear
      {...(isWrong && { status: 'error' as const })}
      value={value as string}
      options={options}
      onChange={(one?: string) => onChange(one ?? null)}
    />
  )
}

function YesNoInput({ id, value, onChange }: Props) {
  const { t } = useTexts()
  const options = [
    { value: true, label: t('common.yes') },
    { value: false, label: t('common.no') },
  ]
  return <Radio.Group id={id} value={value} options={options} onChange={(event) => onChange(event.target.value)} />
}
