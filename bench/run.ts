// npm run bench -- <name> [--quick] [--json]: measures, prints, and keeps the numbers of full runs in bench/results.
import { parseArgs } from 'node:util'
import type { Measure } from './measure.ts'
import type { Ratio } from './ratio.ts'
import { keepResults, printMeasure } from './report.ts'

type Bench = (quick: boolean) => AsyncGenerator<Measure | Ratio>

/** Each yields its numbers as they come. Only the one that is asked for is loaded: some bring a test runner that prints. */
const benches: Record<string, () => Promise<Bench>> = {
  'main-job': async () => (await import('./main-job/main-job.ts')).mainJob,
  'quality-run': async () => (await import('./quality-run/quality-run.ts')).qualityRun,
  coverage: async () => (await import('./coverage/coverage.ts')).coverage,
  overlay: async () => (await import('./overlay/overlay.ts')).overlay,
  cases: async () => (await import('./cases/cases.ts')).cases,
  field: async () => (await import('./field/field.ts')).field,
}

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const load = benches[positionals[0] ?? '']
if (!load) {
  console.error(`npm run bench -- <${Object.keys(benches).join('|')}> [--quick] [--json]`)
  process.exit(2)
}
const bench = await load()
const measures: (Measure | Ratio)[] = []
for await (const measure of bench(values.quick)) {
  measures.push(measure)
  printMeasure(measure, values.json)
}
if (!values.quick) console.error(await keepResults(positionals[0]!, measures))
process.exitCode = measures.some((measure) => 'failed' in measure && measure.failed) ? 1 : 0
