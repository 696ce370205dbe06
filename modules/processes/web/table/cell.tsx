import { Input } from 'antd'
import { useState } from 'react'

type Props = { label: string; value: string; isWrong: (text: string) => boolean; onChange: (text: string) => void }

/** A cell, judged as it is typed, kept when one leaves it. */
export function Cell({ value, ...props }: Props) {
  return <Typed key={value} value={value} {...props} />
}

function Typed({ label, value, isWrong, onChange }: Props) {
  const [typed, setTyped] = useState(value)
  const keep = () => typed.trim() !== value && onChange(typed.trim())
  return (
    <Input
      aria-label={label}
      value={typed}
      maxLength={500}
      {...(isWrong(typed) && { status: 'error' as const })}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={keep}
      onPressEnter={keep}
    />
  )
}
