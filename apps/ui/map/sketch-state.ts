import type { Position } from '../../../kernel/geometry/types.ts'

/** A line or area being drawn; a done one stays until the next point begins anew. */
export type SketchState = { kind: 'line' | 'polygon'; points: Position[]; isDone: boolean }

export type SketchAct =
  | { type: 'add'; at: Position }
  | { type: 'undo' }
  | { type: 'clear' }
  | { type: 'finish' }
  /** A double click has added its place twice before it ends the sketch. */
  | { type: 'finishDouble' }

const LEAST = { line: 2, polygon: 3 }

export function sketched(state: SketchState, act: SketchAct): SketchState {
  const { kind, points, isDone } = state
  switch (act.type) {
    case 'add':
      return { kind, points: isDone ? [act.at] : [...points, act.at], isDone: false }
    case 'undo':
      return isDone ? state : { kind, points: points.slice(0, -1), isDone }
    case 'clear':
      return { kind, points: [], isDone: false }
    case 'finish':
      return points.length >= LEAST[kind] ? { ...state, isDone: true } : state
    case 'finishDouble':
      return sketched({ kind, points: points.slice(0, -1), isDone }, { type: 'finish' })
  }
}
