import { AutoComplete, Checkbox, Input, InputNumber, Select } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { isFeel } from '../../../../../kernel/process/feel.ts'

type RowProps = { label: string; hint?: string; children: (id: string) => ReactNode }

/** A label above its control. */
export function Row({ label, hint, children }: RowProps) {
  const id = useId()
  return (
    <div className="prop">
      <label className="prop-label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
      {hint && <div className="prop-hint">{hint}</div>}
    </div>
  )
}

export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="prop-group">
      <h3 className="prop-title">{title}</h3>
      {children}
    </section>
  )
}

type TextProps = {
  label: string
  value: string
  hint?: string
  placeholder?: string
  onChange: (value: string) => void
}

/** Kept when one leaves the field or presses Enter, so that a word is one step of undo. */
export function TextProperty({ label, value, hint, placeholder, onChange }: TextProps) {
  return (
    <Row label={label} {...(hint && { hint })}>
      {(id) => <TextInput key={value} id={id} value={value} placeholder={placeholder} onChange={onChange} />}
    </Row>
  )
}

type InputProps = { id: string; value: string; placeholder?: string | undefined; onChange: (value: string) => void }

function TextInput({ id, value, placeholder, onChange }: InputProps) {
  const [typed, setTyped] = useState(value)
  const keep = () => typed.trim() !== value && onChange(typed.trim())
  return (
    <Input
      id={id}
      value={typed}
      placeholder={placeholder}
      maxLength={200}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={keep}
      onPressEnter={keep}
    />
  )
}

/** A FEEL expression, read as it is typed: what cannot be read is said before it is kept. */
export function FeelProperty({ label, value, hint, onChange }: TextProps) {
  return (
    <Row label={label} {...(hint && { hint })}>
      {(id) => <FeelInput key={value} id={id} value={value} onChange={onChange} />}
    </Row>
  )
}

export function FeelInput({ id, value, onChange }: InputProps) {
  const { t } = useTexts()
  const [typed, setTyped] = useState(value)
  const isWrong = typed.trim() !== '' && !isFeel(typed)
  const keep = () => typed.trim() !== value && onChange(typed.trim())
  return (
    <>
      <Input
        id={id}
        className="feel"
        prefix={<span className="feel-sign">=</span>}
        value={typed}
        {...(isWrong && { status: 'error' as const })}
        aria-invalid={isWrong}
        maxLength={500}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
        onPressEnter={keep}
      />
      {isWrong && (
        <div className="prop-wrong" role="alert">
          {t('processes.feel.wrong')}
        </div>
      )}
    </>
  )
}

type NumberProps = {
  label: string
  value: number | undefined
  unit?: string
  min?: number
  hint?: string
  onChange: (value: number | undefined) => void
}

export function NumberProperty({ label, value, unit, min = 1, hint, onChange }: NumberProps) {
  return (
    <Row label={label} {...(hint && { hint })}>
      {(id) => (
        <span className="prop-number">
          <InputNumber
            id={id}
            min={min}
            max={1000}
            precision={0}
            {...(value !== undefined && { value })}
            changeOnBlur
            onChange={(next) => onChange(next === null ? undefined : Number(next))}
          />
          {unit && <span className="quiet">{unit}</span>}
        </span>
      )}
    </Row>
  )
}

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
      {(id) => (
        <AutoComplete
          key={value}
          id={id}
          style={{ width: '100%' }}
          defaultValue={value}
          options={options}
          onSelect={(next: string) => onChange(next)}
          onBlur={({ target }) => onChange((target as HTMLInputElement).value.trim())}
        />
      )}
    </Row>
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

export function TickProperty({
  label,
  value,
  onChange,
}: {
  label: string
  value: boolean
  onChange: (value: boolean) => void
}) {
  return (
    <div className="prop">
      <Checkbox checked={value} onChange={({ target }) => onChange(target.checked)}>
        {label}
      </Checkbox>
    </div>
  )
}
