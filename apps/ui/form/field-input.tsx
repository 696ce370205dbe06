import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import type { ChoiceField, NumberField, SimpleField, TextField } from '../../../kernel/forms/definition.ts'
import { unitWords } from '../../../kernel/forms/unit-words.ts'
import { DayInput } from '../components/day-input.tsx'
import { useTexts } from '../i18n/use-texts.ts'
import { CodeInput } from './code-input.tsx'
import { type InputProps, spoken } from './input-props.ts'
import { PartyInput } from './party-input.tsx'

type Props<F extends SimpleField = SimpleField> = InputProps<F>

const textOf = (value: unknown) => (value === undefined || value === null ? '' : String(value))
/** More choices than this are looked up in a list. */
const SHORT = 4

/** The control that fits the field's type. */
export function FieldInput(props: Props) {
  const { id, field, value, isWrong, onChange } = props
  switch (field.type) {
    case 'text':
      return <TextInput {...props} field={field} />
    case 'multiline':
      return (
        <Input.TextArea
          id={id}
          {...spoken(props)}
          {...(isWrong && { status: 'error' as const })}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={textOf(value)}
          maxLength={field.maxLength}
          showCount={field.maxLength !== undefined && textOf(value).length > field.maxLength * 0.8}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'date':
      return (
        <DayInput
          id={id}
          {...(isWrong && { status: 'error' as const })}
          {...(props.describedBy && { describedBy: props.describedBy })}
          width="100%"
          value={textOf(value)}
          onChange={(day) => onChange(day ?? null)}
        />
      )
    case 'number':
      return <NumberInput {...props} field={field} />
    case 'code':
      return <CodeInput {...props} field={field} />
    case 'choice':
      return <ChoiceInput {...props} field={field} />
    case 'yesNo':
      return <YesNoInput {...props} />
    case 'person':
    case 'organisation':
      return <PartyInput {...props} field={field} />
  }
}

/** Letters of these formats are written large, whatever was typed. */
const CAPITALS = ['creditCode', 'identityNumber', 'realEstateUnit']
const DIGITS = ['mobile', 'postcode']

function TextInput(props: Props<TextField>) {
  const { id, field, value, isWrong, onChange } = props
  const { format = '' } = field
  const tidy = (text: string) => (CAPITALS.includes(format) ? text.trim().toUpperCase() : text)
  return (
    <Input
      id={id}
      {...spoken(props)}
      {...(isWrong && { status: 'error' as const })}
      {...(DIGITS.includes(format) && { inputMode: 'numeric' as const })}
      {...(format === 'phone' && { inputMode: 'tel' as const })}
      value={textOf(value)}
      maxLength={field.maxLength}
      onChange={(event) => onChange(tidy(event.target.value))}
    />
  )
}

function NumberInput(props: Props<NumberField>) {
  const { language } = useTexts()
  const { id, field, value, isWrong, onChange } = props
  return (
    <InputNumber
      id={id}
      {...spoken(props)}
      className="form-number"
      style={{ width: '100%' }}
      inputMode="decimal"
      value={value as number}
      {...(isWrong && { status: 'error' as const })}
      {...(field.decimals !== undefined && { precision: field.decimals })}
      {...(field.unit && { suffix: unitWords(field.unit, language) })}
      onChange={onChange}
    />
  )
}

function ChoiceInput(props: Props<ChoiceField>) {
  const { id, field, value, isWrong, onChange } = props
  const { words } = useTexts()
  const options = field.options.map((option) => ({ value: option.value, label: words(option.title) }))
  if (field.many)
    return <Checkbox.Group {...spoken(props)} value={(value as string[]) ?? []} options={options} onChange={onChange} />
  if (options.length <= SHORT)
    return (
      <Radio.Group
        id={id}
        name={id}
        {...spoken(props)}
        value={value ?? null}
        options={options}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  return (
    <Select
      id={id}
      {...spoken(props)}
      style={{ width: '100%' }}
      allowClear
      {...(isWrong && { status: 'error' as const })}
      value={value as string}
      options={options}
      onChange={(one?: string) => onChange(one ?? null)}
    />
  )
}

function YesNoInput(props: Props) {
  const { t } = useTexts()
  const { id, value, onChange } = props
  const options = [
    { value: true, label: t('common.yes') },
    { value: false, label: t('common.no') },
  ]
  return (
    <Radio.Group
      id={id}
      name={id}
      {...spoken(props)}
      value={value ?? null}
      options={options}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
