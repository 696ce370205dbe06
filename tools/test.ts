// npm test [-- --no-browser] [pattern …]: pure tests file by file, database tests in one process around one database,
// then the stories in a real browser, two at a time.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, runStep } from './run-step.ts'

const patterns = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const onServer = process.env.DATABASE_URL !== undefined
/** A test that hangs fails instead of stopping everything; a whole story is one. */
const LONGEST_MS = 600_000
const browser = !process.argv.includes('--no-browser')

const all = globSync('{kernel,modules,apps,testing,tools,bench}/**/*.test.ts', { cwd: root })
  .filter((path) => patterns.length === 0 || patterns.some((pattern) => path.includes(pattern)))
  .sort()
const isStory = (path: string) => path.startsWith(join('testing', 'stories'))

/** Itself, or through what several tests share (`*.testing.ts`). */
function needsDatabase(path: string): boolean {
  const text = readFileSync(join(root, path), 'utf8')
  if (/testing\/(harness|act|world|place)\.ts/.test(text)) return true
  const shared = [...text.matchAll(/from '(\.[^']*\.testing\.ts)'/g)].map(([, name]) => join(dirname(path), name!))
  return shared.some(needsDatabase)
}
const stories = all.filter(isStory)
const database = all.filter((path) => !isStory(path) && needsDatabase(path))
const pure = all.filter((path) => !isStory(path) && !needsDatabase(path))

/** They start programs that open a database themselves, and so in a process each. */
const isDurability = (path: string) => path.startsWith(join('testing', 'durability'))

const groups: [string, string[], string[]][] = [
  // The others know no database: one run of them is enough.
  [
    '纯规则与算法、杀进程 · pure, and killed processes',
    onServer && patterns.length === 0 ? pure.filter(isDurability) : pure,
    [],
  ],
  [`数据库（${onServer ? 'PostgreSQL' : '嵌入式'}） · database`, database, ['--test-isolation=none']],
  ['浏览器故事 · browser stories', browser ? stories : [], ['--test-concurrency=2']],
]

let failed = false
for (const [title, files, flags] of groups) {
  if (files.length === 0) continue
  console.log(`\n== ${title}: ${files.length} files`)
  const begun = Date.now()
  if (files === stories) await (await import('../testing/browser.ts')).prepareStage()
  const code = await runStep(process.execPath, [
    '--test',
    `--test-timeout=${LONGEST_MS}`,
    '--test-reporter=./tools/summary-reporter.ts',
    '--test-reporter-destination=stdout',
    ...flags,
    ...files,
  ])
  console.log(`${((Date.now() - begun) / 1000).toFixed(0)} s`)
  failed ||= code !== 0
}
process.exit(failed ? 1 : 0)
