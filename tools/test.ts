// npm test [-- --no-browser] [pattern …]: pure tests and stories in a real browser file by file, database tests by the dozen around one
// database; two at a time.
import { globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, runStep } from './run-step.ts'

const patterns = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const onServer = process.env.DATABASE_URL !== undefined
/** A test that hangs fails instead of stopping everything; a whole story is one, and so is what stays of it. */
const LONGEST_MS = 420_000
/** Files that share a process and its database: to open one takes some seconds, and the last process should not run long alone. */
const TOGETHER = 8
const reporter = ['--test-reporter=./tools/summary-reporter.ts', '--test-reporter-destination=stdout']
const browser = !process.argv.includes('--no-browser')

const all = globSync('{kernel,modules,apps,testing,tools,bench}/**/*.test.ts', {
  cwd: root,
  // What the benchmarks' peers bring along has tests of its own.
  exclude: (path) => path.endsWith('node_modules'),
})
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

// The others know no database: one run of them is enough.
const lonely = onServer && patterns.length === 0 ? pure.filter(isDurability) : pure
const engine = onServer ? 'PostgreSQL' : '嵌入式'

const passed = [
  await runGroup('纯规则与算法、杀进程 · pure, and killed processes', lonely, runPure),
  await runGroup(`数据库（${engine}） · database`, database, runDatabase),
  await runGroup('浏览器故事 · browser stories', browser ? stories : [], runStories),
]
process.exit(passed.every(Boolean) ? 0 : 1)

async function runGroup(title: string, files: string[], run: (files: string[]) => Promise<boolean>): Promise<boolean> {
  if (files.length === 0) return true
  console.log(`\n== ${title}: ${files.length} files`)
  const begun = Date.now()
  const good = await run(files)
  console.log(secondsSince(begun))
  return good
}

async function runPure(files: string[]): Promise<boolean> {
  const words = ['--test', `--test-timeout=${LONGEST_MS}`, ...reporter, '--test-concurrency=2', ...files]
  return (await runStep(process.execPath, words, { longestMs: 3 * LONGEST_MS })) === 0
}

async function runDatabase(files: string[]): Promise<boolean> {
  if (!onServer) await (await import('../testing/harness.ts')).emptySnapshot()
  const parts = Array.from({ length: Math.ceil(files.length / TOGETHER) }, (_, n) =>
    files.slice(n * TOGETHER, (n + 1) * TOGETHER),
  )
  const flags = ['--test', '--test-isolation=none']
  return runTwo(parts.map((part) => ({ title: titleOf(part), words: [...flags, ...part], longestMs: 3 * LONGEST_MS })))
}

function titleOf(files: string[]): string {
  return [files[0], ...(files.length > 1 ? ['…', files.at(-1)] : [])].join(' ')
}

/** Those with the most to tell first: a long one begun last would run alone. */
async function runStories(files: string[]): Promise<boolean> {
  await (await import('../testing/browser.ts')).prepareStage()
  const sizeOf = (file: string) => statSync(join(root, file)).size
  const longestFirst = files.toSorted((one, other) => sizeOf(other) - sizeOf(one))
  return runTwo(longestFirst.map((file) => ({ title: file, words: [file], longestMs: LONGEST_MS })))
}

type Part = { title: string; words: string[]; longestMs: number }

/** Two at a time; a part that keeps its process busy after its last test is ended like one that hangs. */
async function runTwo(parts: Part[]): Promise<boolean> {
  const waiting = [...parts]
  let good = true
  const lane = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) good = (await runPart(part)) && good
  }
  await Promise.all([lane(), lane()])
  return good
}

async function runPart({ title, words, longestMs }: Part): Promise<boolean> {
  const begun = Date.now()
  let output = ''
  const code = await runStep(process.execPath, [`--test-timeout=${LONGEST_MS}`, ...reporter, ...words], {
    longestMs,
    onOutput: (text) => {
      output += text
    },
  })
  console.log(`\n${title} · ${secondsSince(begun)}${code === 0 ? '' : ' · failed'}\n${output.trim()}`)
  return code === 0
}

function secondsSince(begun: number): string {
  return `${((Date.now() - begun) / 1000).toFixed(0)} s`
}
