import { useMemo, useReducer } from 'react'
import { afterAct, beginDrawing, type Tool } from './after-act.ts'
import type { Sheet } from './rules/sheet.ts'

/** The sheet with all that has been done to it; `tool` is what the next tap does. */
export function useDrawing(first: Sheet, tool: Tool) {
  const [drawing, act] = useReducer(afterAct, undefined, () => beginDrawing(first, tool))
  return useMemo(() => ({ drawing, act }), [drawing])
}
