import { useEffect, useState } from 'react'
import { breath } from '../store/changes.ts'
import type { TaskLine } from '../store/task-line.ts'
import { onKeysChange } from '../store/vault/open-keys.ts'
import { amending, indexing, type TaskIndex } from './rules/index-tasks.ts'
import type { ListedTask } from './rules/listed-task.ts'
import { nothingLocal } from './rules/local-state.ts'
import type { Area } from './use-area-names.ts'

/** A list made ready: its lines, and where each lies in it. */
export type Base = {
  of: readonly TaskLine[]
  areas: readonly Area[]
  index: TaskIndex
  at: ReadonlyMap<string, number>
}

/** More changes than this are not worth telling apart. */
const FEW = 1000
/** Lines in one go: some ten milliseconds at a phone's speed. */
const AT_ONCE = 1000

/** Whoever comes back to the list finds it as it was made. What was opened goes with the key that opened it. */
let last: { person: string; base: Base } | undefined
onKeysChange(() => {
  last = undefined
})

/** Made little by little, while the list there was goes on being shown; where a few tasks have changed only those are made anew. */
export function useBase(
  person: string,
  lines: readonly TaskLine[] | undefined,
  areas: readonly Area[],
): Base | undefined {
  const [base, setBase] = useState<Base>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: areas come once; folding a hundred thousand tasks is for new ones only
  useEffect(() => {
    const stop = new AbortController()
    const keep = (made: Base | undefined) => {
      if (!made || stop.signal.aborted) return
      last = { person, base: made }
      setBase(made)
    }
    const before = last?.person === person ? last.base : undefined
    if (lines) void baseOf(lines, areas, before, stop.signal).then(keep)
    return () => stop.abort()
  }, [person, lines, areas.length])
  return base
}

/** Undefined when it was stopped. */
async function baseOf(
  all: readonly TaskLine[],
  areas: readonly Area[],
  before: Base | undefined,
  stop: AbortSignal,
): Promise<Base | undefined> {
  const of = all.filter(({ isListed, state }) => isListed || state !== 'done')
  const listed = listing(areas)
  const changed = before && before.areas.length === areas.length ? changesSince(before.of, of) : undefined
  if (before && changed?.length === 0) return { ...before, of }
  if (before && changed) {
    const index = await littleByLittle(
      amending(
        before.index,
        mapped(changed, (i) => listed(of[i]!)),
      ),
      stop,
    )
    return index && { ...before, of, index }
  }
  const made = await littleByLittle(making(of, listed), stop)
  return made && { of, areas, ...made }
}

const mapped = (places: readonly number[], value: (i: number) => ListedTask) =>
  new Map(places.map((i) => [i, value(i)]))

export function listing(areas: readonly Area[]) {
  const names = new Map(areas.map(({ code, name }) => [code, name]))
  return (line: TaskLine): ListedTask => {
    const areaName = names.get(line.areaCode) ?? names.get(line.areaCode.slice(0, 9)) ?? line.areaCode
    return { ...line, areaName, local: nothingLocal }
  }
}

/** Places of the lines that are others now; undefined where tasks came or went, or many changed. */
function changesSince(before: readonly TaskLine[], now: readonly TaskLine[]): number[] | undefined {
  if (before.length !== now.length) return undefined
  const changed: number[] = []
  for (let i = 0; i < now.length; i++) {
    if (before[i] === now[i]) continue
    if (before[i]!.id !== now[i]!.id || changed.length >= FEW) return undefined
    changed.push(i)
  }
  return changed
}

function* making(
  lines: readonly TaskLine[],
  listed: (line: TaskLine) => ListedTask,
): Generator<void, Pick<Base, 'index' | 'at'>, void> {
  const rows: ListedTask[] = []
  const at = new Map<string, number>()
  for (const [i, line] of lines.entries()) {
    rows.push(listed(line))
    at.set(line.id, i)
    if (i % AT_ONCE === AT_ONCE - 1) yield
  }
  return { index: yield* indexing(rows), at }
}

/** Undefined when it was stopped. */
async function littleByLittle<T>(steps: Generator<void, T, void>, stop: AbortSignal): Promise<T | undefined> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await breath()
    if (stop.aborted) return undefined
  }
}
