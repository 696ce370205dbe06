// node bench/field/step.ts <plan as JSON>: what the server does with phones, on the engine DATABASE_URL names, else on the
// embedded one, in a process of its own. Prints one measure a line.
import { serverWork } from './server-work.ts'
import type { Plan } from './settings.ts'

const engine = process.env.DATABASE_URL ? '' : ', embedded engine'
for await (const measure of serverWork(JSON.parse(process.argv[2]!) as Plan))
  console.log(JSON.stringify({ ...measure, work: measure.work + engine }))
