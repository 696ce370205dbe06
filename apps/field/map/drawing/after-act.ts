import { containsPoint } from '../../../../kernel/geometry/measures/contains-point.ts'
import type { Position } from '../../../../kernel/geometry/types.ts'
import { newId } from '../../store/new-id.ts'
import { fillGaps } from './rules/fill-gaps.ts'
import { begin, type History, redo, step, undo } from './rules/history.ts'
import {
  addCorner,
  addShape,
  cutHole,
  type Edited,
  mergeShapes,
  moveCorner,
  removeCorner,
  removeShapes,
  type Sheet,
  splitShape,
} from './rules/sheet.ts'

/** `choose`: tapping takes up plots and their corners; the others draw a line first. */
export type Tool = 'choose' | 'draw' | 'walk' | 'split' | 'hole'
export type Said = { key: string; params?: Record<string, string | number>; isRefusal: boolean }

export type Drawing = {
  history: History<Sheet>
  tool: Tool
  line: Position[]
  selected: string[]
  said: Said | null
}

export type Act =
  | { type: 'tool'; tool: Tool }
  | { type: 'point'; at: Position }
  | { type: 'line'; line: Position[] }
  | { type: 'unpoint' }
  | { type: 'finish' }
  | { type: 'select'; at: Position }
  | { type: 'merge' }
  | { type: 'remove' }
  | { type: 'fillGaps' }
  | { type: 'moveCorner'; from: Position; to: Position }
  | { type: 'removeCorner'; at: Position }
  | { type: 'addCorner'; a: Position; b: Position; at: Position }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'say'; said: Said }

const IDLE = { tool: 'choose' as const, line: [] }

/** What an act of the hand makes of a drawing. */
export function afterAct(drawing: Drawing, act: Act): Drawing {
  const { history, line, selected } = drawing
  const sheet = history.now
  switch (act.type) {
    case 'tool':
      return toolTaken(drawing, act.tool)
    case 'point':
      return { ...drawing, line: [...line, act.at], said: null }
    case 'line':
      return { ...drawing, line: act.line, said: null }
    case 'unpoint':
      return { ...drawing, line: line.slice(0, -1), said: null }
    case 'finish':
      return finished(drawing)
    case 'select':
      return { ...drawing, selected: toggledAt(sheet, selected, act.at), said: null }
    case 'merge':
      return edited(drawing, mergeShapes(sheet, selected), selected.slice(0, 1))
    case 'remove':
      return edited(drawing, removeShapes(sheet, selected), [])
    case 'fillGaps':
      return edited(drawing, fillGaps(sheet), selected)
    case 'moveCorner':
      return edited(drawing, moveCorner(sheet, act.from, act.to), selected)
    case 'removeCorner':
      return edited(drawing, removeCorner(sheet, act.at), selected)
    case 'addCorner':
      return edited(drawing, addCorner(sheet, act.a, act.b, act.at), selected)
    case 'undo':
      return { ...drawing, ...IDLE, history: undo(history), said: null }
    case 'redo':
      return { ...drawing, ...IDLE, history: redo(history), said: null }
    case 'say':
      return { ...drawing, said: act.said }
  }
}

/** A cut and a hole are made in one plot: where there is only one, it is meant. */
function toolTaken(drawing: Drawing, tool: Tool): Drawing {
  const { shapes } = drawing.history.now
  const isMeant = (tool === 'split' || tool === 'hole') && drawing.selected.length !== 1
  const selected = isMeant && shapes.length === 1 ? [shapes[0]!.id] : drawing.selected
  if (isMeant && shapes.length !== 1) return { ...drawing, said: { key: 'field.draw.choose-one', isRefusal: true } }
  return { ...drawing, tool, selected, line: [], said: null }
}

function finished(drawing: Drawing): Drawing {
  const { tool, line, selected, history } = drawing
  const [id = ''] = selected
  if (tool === 'split') return edited(drawing, splitShape(history.now, id, line, newId), [])
  if (tool === 'hole') return edited(drawing, cutHole(history.now, id, line), selected)
  const made = newId()
  return edited(drawing, addShape(history.now, line, made), [made])
}

/** A refused edit leaves the line as it is, to be mended. */
function edited(drawing: Drawing, outcome: Edited, selected: string[]): Drawing {
  if ('refused' in outcome) return { ...drawing, said: { key: outcome.refused, isRefusal: true } }
  const { sheet, told } = outcome
  const said = told ? { key: told.key, params: { area: told.area.toFixed(2) }, isRefusal: false } : null
  return { history: step(drawing.history, sheet), ...IDLE, selected, said }
}

function toggledAt({ shapes }: Sheet, selected: readonly string[], at: Position): string[] {
  const met = shapes.find(({ geometry }) => containsPoint(geometry, at))
  if (!met) return []
  return selected.includes(met.id) ? selected.filter((id) => id !== met.id) : [...selected, met.id]
}

export const beginDrawing = (first: Sheet, tool: Tool): Drawing => ({
  ...{ history: begin(first), tool, line: [], selected: [], said: null },
})
