import type { Problem } from '../problems/problem.ts'
import { type Graph, graphOf } from './graph.ts'
import { checkSets, checkToken } from './migrate-check.ts'
import { type Carried, carryToken, type Mapping, note } from './migrate-token.ts'
import type { ProcessModel } from './model.ts'
import type { Effect, ProcessState, Token, Undo } from './state.ts'
import { waitsFor } from './waiting.ts'

export type Migration =
  | {
      state: ProcessState
      /** what the case loses by it: places to return to, to send straight back to, boundary events that are gone */
      notes: Problem[]
      /** waits to be ended; all others, and all open tasks, stay as they are */
      effects: Effect[]
    }
  /** every reason why it cannot be moved as it stands */
  | { reasons: Problem[] }

/** The state of a running case under another version of its process, or all that keeps it on its own. */
export function migrateState(
  from: ProcessModel,
  to: ProcessModel,
  state: ProcessState,
  mapping: Mapping = {},
): Migration {
  if (state.status !== 'running') return { reasons: [note('not-running', { status: state.status })] }
  const [old, graph] = [graphOf(from), graphOf(to)]
  const lost = state.tokens.filter((token) => isLostBorder(graph, token, mapping))
  const carried = state.tokens
    .filter((token) => !lost.includes(token))
    .map((token) => carryToken(graph, token, mapping))
  const reasons = [...carried.flatMap((one) => checkToken(old, graph, one)), ...checkSets(graph, carried)]
  if (reasons.length > 0) return { reasons: distinct(reasons) }
  const tokens = carried.map(({ token }) => token)
  return {
    state: { ...state, tokens, undo: carryUndo(old, graph, state.undo, tokens, mapping) },
    notes: distinct([
      ...carried.flatMap(({ notes }) => notes),
      ...lost.map(({ step }) => note('boundary-lost', { step })),
    ]),
    effects: lost.flatMap((token) => stopWaiting(old, token)),
  }
}

/** A boundary event that is no longer drawn is simply no longer waited for. */
const isLostBorder = (graph: Graph, { guards, step }: Token, mapping: Mapping): boolean =>
  guards !== undefined && !graph.steps.has(mapping[step] ?? step)

const stopWaiting = (old: Graph, { id, step }: Token): Effect[] =>
  waitsFor(old.steps.get(step)!) ? [{ kind: 'stopWaiting', token: id, step }] : []

/** An act can still be taken back where all it replaced has its place in the new version, too. */
function carryUndo(
  old: Graph,
  graph: Graph,
  undo: ProcessState['undo'],
  tokens: Token[],
  mapping: Mapping,
): ProcessState['undo'] {
  const live = new Set(tokens.map(({ id }) => id))
  const carry = ({ removed, added }: Undo): Undo | undefined => {
    const carried: Carried[] = removed.map((token) => carryToken(graph, token, mapping))
    const fits = carried.every((one) => checkToken(old, graph, one).length === 0) && added.every((id) => live.has(id))
    return fits ? { removed: carried.map(({ token }) => token), added } : undefined
  }
  const kept = Object.entries(undo).flatMap(([task, one]) => {
    const again = carry(one)
    return again ? [[task, again] as const] : []
  })
  return Object.fromEntries(kept)
}

const distinct = (problems: Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
]

export type Preview = {
  /** ids of the cases that can be moved, with what they lose */
  moved: { id: string; notes: Problem[] }[]
  /** cases that stand on steps without counterpart, by step: name one and ask again */
  needMapping: { step: string; cases: string[] }[]
  impossible: { id: string; reasons: Problem[] }[]
}

/** What would become of running cases, before any is touched. */
export function previewMigration(
  from: ProcessModel,
  to: ProcessModel,
  cases: { id: string; state: ProcessState }[],
  mapping: Mapping = {},
): Preview {
  const preview: Preview = { moved: [], needMapping: [], impossible: [] }
  for (const { id, state } of cases) {
    const migration = migrateState(from, to, state, mapping)
    if ('state' in migration) preview.moved.push({ id, notes: migration.notes })
    else addReasons(preview, id, migration.reasons)
  }
  return preview
}

/** Missing steps can be named; a case with any other reason stays whatever is named. */
function addReasons(preview: Preview, id: string, reasons: Problem[]): void {
  const isMissing = ({ code }: Problem) => code === 'process.migration.step-missing'
  if (!reasons.every(isMissing)) {
    preview.impossible.push({ id, reasons })
    return
  }
  for (const step of new Set(reasons.map(({ params }) => String(params!.step)))) {
    const known = preview.needMapping.find((one) => one.step === step)
    if (known) known.cases.push(id)
    else preview.needMapping.push({ step, cases: [id] })
  }
}
