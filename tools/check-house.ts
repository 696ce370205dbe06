// What the papers promise, held against the code: verbs have texts, functions marked done have stories that exist, paths
// named in ARCHITECTURE.md exist, the README's table is today's, no file outgrows its room.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modules } from '../apps/server/modules.ts'
import { coverageTable, readFunctions } from './functions-table.ts'
import { root } from './run-step.ts'

const MOST_LINES = 300
const faults: string[] = []
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const texts = new Set<string>()
for (const path of globSync(['modules/**/texts.ts', 'kernel/**/texts.ts', 'apps/ui/i18n/*.ts'], { cwd: root })) {
  for (const [, key] of read(path).matchAll(/^\s*'([a-z][\w.-]*)'\s*:/gim)) texts.add(key!)
}
const verbs = modules.flatMap(({ actions, queries }) => [
  ...actions.map(({ verb }) => verb),
  ...queries.map(({ name }) => name),
]) as string[]
for (const verb of verbs) if (!texts.has(verb)) faults.push(`no text for ${verb}`)
for (const path of globSync('{kernel,modules}/**/*.ts', {
  cwd: root,
  exclude: (name) => /\.(test|testing)\./.test(name),
})) {
  for (const [, code] of read(path).matchAll(/\b(?:invalid|conflict|notFound|forbidden)\(\s*'([a-z][\w.-]+)'/g)) {
    if (!texts.has(code!)) faults.push(`no sentence for the refusal ${code} (${path})`)
  }
}

for (const point of readFunctions()) {
  if (point.state === 'planned') continue
  for (const verb of point.verbs)
    if (!verbs.includes(verb)) faults.push(`${point.id} names the verb ${verb}, which is not there`)
  if (point.state === 'done' && point.stories.length === 0) faults.push(`${point.id} is marked done but names no story`)
  for (const story of point.stories) {
    if (!existsSync(join(root, story)) || !read(story).includes(point.id))
      faults.push(`${point.id} names ${story}, which does not show it`)
  }
}

for (const [, path] of read('ARCHITECTURE.md').matchAll(
  /`((?:kernel|modules|apps|testing|tools|bench|docs|decisions)\/[\w./-]*)`/g,
)) {
  if (!existsSync(join(root, path!))) faults.push(`ARCHITECTURE.md names ${path}, which does not exist`)
}
for (const name of ['README.md', 'README.zh-CN.md']) {
  if (!read(name).includes(coverageTable(readFunctions())))
    faults.push(`${name}: the coverage table is not today's (node tools/coverage.ts)`)
}
for (const path of globSync('{kernel,modules,apps,testing,tools,bench}/**/*.{ts,tsx}', {
  cwd: root,
  exclude: (name) => /(^|[\\/])node_modules$/.test(name),
})) {
  const lines = read(path).split('\n').length
  if (lines > MOST_LINES) faults.push(`${path} has ${lines} lines; at most ${MOST_LINES}`)
}

for (const fault of faults) console.error(fault)
console.log(faults.length ? `${faults.length} faults` : `${verbs.length} verbs, ${texts.size} texts: all promises kept`)
process.exit(faults.length ? 1 : 0)
