import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run-step.ts'

/** One function point of the requirements: where it lives and what shows it. */
export type FunctionPoint = {
  id: string
  state: 'done' | 'partial' | 'planned'
  module: string
  verbs: string[]
  stories: string[]
}

/** functions.csv has no quoted commas: lists are parted by blanks. */
export function readFunctions(): FunctionPoint[] {
  const [, ...lines] = readFileSync(join(root, 'functions.csv'), 'utf8').trim().split('\n')
  return lines.map((line) => {
    const [id = '', state = 'planned', module = '', verbs = '', stories = ''] = line.split(',')
    return {
      id,
      state: state as FunctionPoint['state'],
      module,
      verbs: verbs.split(' ').filter(Boolean),
      stories: stories.split(' ').filter(Boolean),
    }
  })
}

/** The coverage table of the README. */
export function coverageTable(points: FunctionPoint[]): string {
  const modules = [...new Set(points.map(({ module }) => module))].sort()
  const count = (module: string, state: string) =>
    points.filter((point) => point.module === module && point.state === state).length
  const rows = modules.map(
    (module) => `| ${module} | ${count(module, 'done')} | ${count(module, 'partial')} | ${count(module, 'planned')} |`,
  )
  const total = ['done', 'partial', 'planned'].map((state) => points.filter((point) => point.state === state).length)
  return [
    '| module | done | partial | planned |',
    '|---|---|---|---|',
    ...rows,
    `| **all ${points.length}** | **${total[0]}** | **${total[1]}** | **${total[2]}** |`,
  ].join('\n')
}
