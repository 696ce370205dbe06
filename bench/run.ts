// npm run bench -- <name> [--quick] [--json]: measures, prints, and keeps the numbers of full runs in bench/results.
import { parseArgs } from 'node:util'
import { cases } from './cases/cases.ts'
import { coverage } from './coverage/coverage.ts'
import { field } from './field/field.ts'
import { mainJob } from './main-job/main-job.ts'
import type { Measure } from './measure.ts'
import { overlay } from './overlay/overlay.ts'
import { qualityRun } from './quality-run/quality-run.ts'
import type { Ratio } from './ratio.ts'
import { keepResults, printMeasure } from './report.ts'

/** Each yields its numbers as they come. */
const benches: Record<string, (quick: boolean) => AsyncGenerator<Measure | Ratio>> = {
  'main-job': mainJob,
  'quality-run': qualityRun,
  coverage,
  overlay,
  cases,
  field,
}

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const bench = benches[positionals[0] ?? '']
if (!bench) {
  console.error(`npm run bench -- <${Object.keys(benches).join('|')}> [--quick] [--json]`)
  process.exit(2)
}
const measures: (Measure | Ratio)[] = []
for await (const measure of bench(values.quick)) {
  measures.push(measure)
  printMeasure(measure, values.json)
}
if (!values.quick) console.error(await keepResults(positionals[0]!, measures))
process.exitCode = measures.some((measure) => 'failed' in measure && measure.failed) ? 1 : 0
