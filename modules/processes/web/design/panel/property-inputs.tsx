import { Checkbox, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { Row } from './property.tsx'

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

type InputProps = {
  id?: string
  label?: string
  value: string
  placeholder?: string | undefined
  onChange: (value: string) => void
}

export function TextInput({ id, label, value, placeholder, onChange }: InputProps) {
  const [typed, setTyped] = useState(value)
  const keep = () => typed.trim() !== value && onChange(typed.trim())
  return (
    <Input
      id={id}
      aria-label={label}
      value={typed}
      placeholder={placeholder}
      maxLength={200}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={keep}
      onPressEnter={keep}
    />
  )
}

type NumberProps = {
  label: string
  value: number | undefined
  unit?: string
  min?: number
  decimals?: number
  hint?: string
  onChange: (value: number | undefined) => void
}

export function NumberProperty({ label, value, unit, min = 1, decimals = 0, hint, onChange }: NumberProps) {
  return (
    <Row label={label} {...(hint && { hint })}>
      {(id) => (
        <span className="prop-number">
          <InputNumber
            id={id}
            min={decimals > 0 ? 0 : min}
            max={100_000}
            precision={decimals}
            value={value ?? null}
            changeOnBlur
            onChange={(next) => onChange(next === null ? undefined : Number(next))}
          />
          {unit && <span className="quiet">{unit}</span>}
        </span>
      )}
    </Row>
  )
}

type TickProps = { label: string; value: boolean; hint?: string; onChange: (value: boolean) => void }

export function TickProperty({ label, value, hint, onChange }: TickProps) {
  return (
    <div className="prop">
      <Checkbox checked={value} onChange={({ target }) => onChange(target.checked)}>
        {label}
      </Checkbox>
      {hint && <div className="prop-hint">{hint}</div>}
    </div>
  )
}
