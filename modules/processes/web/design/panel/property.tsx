import { type ReactNode, useId } from 'react'

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

export function Group({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="prop-group">
      <h3 className="prop-title">{title}</h3>
      {hint && <p className="prop-hint">{hint}</p>}
      {children}
    </section>
  )
}

/** What few steps need: folded away until it is used. */
export function Fold({ title, isOpen, children }: { title: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details className="prop-group prop-fold" open={isOpen}>
      <summary className="prop-title">{title}</summary>
      {children}
    </details>
  )
}
