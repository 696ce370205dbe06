// node tools/coverage.ts: writes the coverage table into both READMEs.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { coverageTable, readFunctions } from './functions-table.ts'
import { root } from './run-step.ts'

export const MARKS = ['<!-- coverage -->', '<!-- /coverage -->'] as const

const table = coverageTable(readFunctions())
for (const name of ['README.md', 'README.zh-CN.md']) {
  const path = join(root, name)
  const text = readFileSync(path, 'utf8')
  const [from, to] = MARKS.map((mark) => text.indexOf(mark))
  writeFileSync(path, `${text.slice(0, from! + MARKS[0].length)}\n${table}\n${text.slice(to)}`)
}
