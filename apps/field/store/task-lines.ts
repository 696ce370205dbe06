import { breath, noThings, useKept } from './changes.ts'
import { fieldDatabase, type KeptPull, type KeptTask } from './field-database.ts'
import { keepSnapshot, readSnapshot } from './line-snapshot.ts'
import type { TaskLine } from './task-line.ts'
import { onKeysChange } from './vault/open-keys.ts'

/** Rows opened in one go: at a phone's speed some forty milliseconds, so that a thumb is never kept waiting. */
const AT_ONCE = 250
/** Lines named in one go. */
const NAMED_AT_ONCE = 5000
/** More changed tasks than this are not named: then all are read again. */
const MOST_NAMED = 2000

/** `byId` is changed with the lines: to copy it for every change would be felt. */
type Held = { version: number; byId: Map<string, TaskLine>; lines: readonly TaskLine[] }
const held = new Map<string, Held>()
const reading = new Map<string, Promise<Held>>()
// What was opened goes with the key that opened it.
onKeysChange(() => {
  held.clear()
  reading.clear()
})

/**
 * All tasks of a person. Held in memory once they were read; after that only what has changed is opened (`touchTasks`), whichever tab
 * changed it. The list is the same object until something did.
 */
export async function taskLines(person: string): Promise<readonly TaskLine[]> {
  return (await current(person)).lines
}

/** They were read before, and need not be waited for. */
export const isHeld = (person: string): boolean => held.has(person)

/** One of them; undefined also for what is no task of this person's. */
export async function taskLineBy(person: string): Promise<(id: string) => TaskLine | undefined> {
  const { byId } = await current(person)
  return (id) => byId.get(id)
}

export const useTaskLines = (person: string): readonly TaskLine[] | undefined =>
  useKept(() => taskLines(person), `task lines ${person}`, noThings)

function current(person: string): Promise<Held> {
  const before = reading.get(person) ?? Promise.resolve(undefined)
  // One after the other: whoever asks meanwhile sees what the one before has read.
  const now = before.catch(() => undefined).then(() => catchUp(person))
  reading.set(person, now)
  return now
}

async function catchUp(person: string): Promise<Held> {
  const pull = await (await fieldDatabase()).get('pulls', person)
  const version = pull?.changes ?? 0
  const known = held.get(person) ?? (await heldAs(await readSnapshot(person)))
  if (known && !held.has(person)) held.set(person, known)
  if (known?.version === version) return known
  const ids = known && pull && changedSince(pull, known.version)
  const now = ids ? await amended(known, ids, version) : await readAll(person, version)
  held.set(person, now)
  snapshotLater(person, now, ids?.size ?? now.lines.length)
  return now
}

async function heldAs(kept: { version: number; lines: TaskLine[] } | undefined): Promise<Held | undefined> {
  if (!kept) return undefined
  const byId = new Map<string, TaskLine>()
  for (const [i, line] of kept.lines.entries()) {
    byId.set(line.id, line)
    if (i % NAMED_AT_ONCE === NAMED_AT_ONCE - 1) await breath()
  }
  return { ...kept, byId }
}

/** Lists shorter than this open fast enough as they lie. */
export const LONG = 3000
/** Changes after which a long list is packed anew; before, they are read from their rows. */
const MANY = 500
const unpacked = new Map<string, number>()

function snapshotLater(person: string, { version, lines }: Held, changes: number): void {
  const since = (unpacked.get(person) ?? 0) + changes
  const isDue = lines.length >= LONG && since >= MANY
  unpacked.set(person, isDue ? 0 : since)
  // Without it the list is right as well, only slower to open.
  if (isDue) void keepSnapshot(person, version, lines).catch((error: unknown) => console.error(error))
}

/** Undefined: not all of them are named any more. */
function changedSince({ changes = 0, touched = [] }: KeptPull, version: number): Set<string> | undefined {
  const after = touched.filter((step) => step.change > version)
  return after.length === changes - version ? new Set(after.flatMap(({ ids }) => ids)) : undefined
}

async function amended({ byId }: Held, ids: ReadonlySet<string>, version: number): Promise<Held> {
  const database = await fieldDatabase()
  for (const id of ids) {
    const task = await database.get('tasks', id)
    if (task) byId.set(id, lineOf(task))
    else byId.delete(id)
  }
  return { version, byId, lines: [...byId.values()] }
}

async function readAll(person: string, version: number): Promise<Held> {
  const database = await fieldDatabase()
  const keys = await database.getAllKeysFromIndex('tasks', 'person', person)
  const byId = new Map<string, TaskLine>()
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const range = IDBKeyRange.bound(keys[at], keys[Math.min(at + AT_ONCE, keys.length) - 1])
    for (const task of await database.getAll('tasks', range))
      if (task.person === person) byId.set(task.id, lineOf(task))
  }
  return { version, byId, lines: [...byId.values()] }
}

export const lineOf = ({ package: pack, range: _, ...task }: KeptTask): TaskLine => ({
  ...task,
  isPacked: pack !== null,
})

/** Within the transaction that changes tasks: says which, so that lists read only those. */
export async function touchTasks(
  pulls: { get(person: string): Promise<KeptPull | undefined>; put(row: KeptPull): Promise<unknown> },
  person: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const pull = (await pulls.get(person)) ?? { person, cursor: '', at: 0 }
  const change = (pull.changes ?? 0) + 1
  await pulls.put({ ...pull, changes: change, touched: within([...(pull.touched ?? []), { change, ids }]) })
}

/** The newest steps, as far as they name few enough. */
function within(steps: NonNullable<KeptPull['touched']>): NonNullable<KeptPull['touched']> {
  let named = 0
  const first = steps.findLastIndex(({ ids }) => {
    named += ids.length
    return named > MOST_NAMED
  })
  return steps.slice(first + 1)
}
