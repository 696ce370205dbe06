import { type ActionDispatch, useEffect } from 'react'
import type { SketchAct } from './sketch-state.ts'

const KEYS: Record<string, SketchAct> = {
  Enter: { type: 'finish' },
  Backspace: { type: 'undo' },
  Escape: { type: 'clear' },
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, button, [contenteditable]') !== null

/** Enter ends a sketch, Backspace takes back a point, Escape begins anew; fields and buttons keep their keys. */
export function useSketchKeys(act: ActionDispatch<[SketchAct]>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const wanted = KEYS[event.key]
      if (!wanted || isTyping(event.target)) return
      event.preventDefault()
      act(wanted)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [act])
}
