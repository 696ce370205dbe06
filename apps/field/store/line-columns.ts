import type { TaskLine } from './task-line.ts'

/** Lines member by member: what many share is there once. `names` and `columns` go together. */
export type LineColumns = { count: number; names: string[]; columns: Column[] }
/** every value; or those there are, and which each line has */
type Column = { all: unknown[] } | { values: unknown[]; of: number[] }

/** More different values than this are not worth numbering. */
const FEW = 64

export function inColumns(lines: readonly TaskLine[]): LineColumns {
  const names = [...new Set(lines.flatMap((line) => Object.keys(line)))]
  const memberOf = (line: TaskLine, name: string) => line[name as keyof TaskLine] as unknown
  return { count: lines.length, names, columns: names.map((name) => column(lines.map((line) => memberOf(line, name)))) }
}

function column(all: unknown[]): Column {
  const numbers = new Map<unknown, number>()
  const values: unknown[] = []
  const of: number[] = []
  for (const value of all) {
    const name = value !== null && typeof value === 'object' ? `\0${JSON.stringify(value)}` : value
    const number = numbers.get(name) ?? values.push(value) - 1
    if (number >= FEW) return { all }
    numbers.set(name, number)
    of.push(number)
  }
  return { values, of }
}

/** What lines share is one object in memory too. */
export function fromColumns({ count, names, columns }: LineColumns): TaskLine[] {
  // Of one shape from the beginning: to grow them member by member takes ten times longer.
  const empty: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, null]))
  const lines = Array.from({ length: count }, () => ({ ...empty }))
  for (const [k, name] of names.entries()) {
    const column = columns[k]!
    if ('all' in column) for (let i = 0; i < count; i++) lines[i]![name] = column.all[i]
    else for (let i = 0; i < count; i++) lines[i]![name] = column.values[column.of[i]!]
  }
  return lines as unknown as TaskLine[]
}
