import { fieldDatabase } from './field-database.ts'
import type { TaskLine } from './task-line.ts'
import { LONG, lineOf } from './task-lines.ts'

const NAME = 'tasks/first'
/** What a long list showed first: tasks by list, and a note of whoever keeps it. */
type Kept<Note> = { note: Note; lists: Record<string, string[]> }
export type FirstLines<Note> = { note: Note; lines: TaskLine[] }

/** Lists that are remembered; the one looked at last comes last. */
const MOST = 4
const last = new Map<string, string>()

/** Remembers what a long list shows first, so that a page opened anew has it at once while the rest is read. */
export async function keepFirst<Note>(
  person: string,
  list: string,
  { note, ids, count }: { note: Note; ids: readonly string[]; count: number },
): Promise<void> {
  if (count < LONG) return
  const text = JSON.stringify([note, ids])
  if (last.get(`${person} ${list}`) === text) return
  last.set(`${person} ${list}`, text)
  const database = await fieldDatabase()
  const { [list]: _, ...others } = (await kept<Note>(person))?.lists ?? {}
  const lists = Object.fromEntries([...Object.entries(others).slice(1 - MOST), [list, [...ids]]])
  await database.put('things', { person, name: NAME, value: { note, lists } satisfies Kept<Note> })
}

const kept = async <Note>(person: string) =>
  (await (await fieldDatabase()).get('things', [person, NAME]))?.value as Kept<Note> | undefined

/** As the tasks are now. Undefined where nothing was kept. */
export async function readFirst<Note>(person: string, list: string): Promise<FirstLines<Note> | undefined> {
  const found = await kept<Note>(person)
  if (!found) return undefined
  const database = await fieldDatabase()
  const tasks = await Promise.all((found.lists[list] ?? []).map((id) => database.get('tasks', id)))
  return { note: found.note, lines: tasks.flatMap((task) => (task ? [lineOf(task)] : [])) }
}
