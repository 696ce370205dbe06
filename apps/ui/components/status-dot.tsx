export type Tone = 'good' | 'warning' | 'bad' | 'active' | 'idle'

/** A state as a dot and a word: the colour never stands alone. */
export function StatusDot({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={`status status-${tone}`}>
      <span className="status-dot" aria-hidden />
      {children}
    </span>
  )
}
