import type { KeyboardEvent } from 'react'

/** Arrow keys go from row to row; Home and End to the first and the last. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const row = event.currentTarget
  const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>('tr[tabindex], li[tabindex]') ?? [])]
  const at = rows.indexOf(row)
  const goal = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows.at(-1) }[event.key]
  if (!goal) return
  event.preventDefault()
  goal.focus()
}
