// node bench/field/step.ts <prepare|server|list|shell|shutter> <plan as JSON>: a part in a process of its own. Prints one measure a line. The server works on
// the engine DATABASE_URL names, else on the embedded one.
import { prepareStage } from '../../testing/browser.ts'
import type { Measure } from '../measure.ts'
import { longList } from './long-list.ts'
import { serverWork } from './server-work.ts'
import type { Plan } from './settings.ts'
import { shellSize } from './shell-size.ts'
import { shutter } from './shutter.ts'

const steps: Record<string, (plan: Plan) => AsyncGenerator<Measure>> = {
  // biome-ignore lint/correctness/useYield: nothing is measured
  async *prepare() {
    await prepareStage()
  },
  async *server(plan) {
    const engine = process.env.DATABASE_URL ? '' : ', embedded engine'
    for await (const measure of serverWork(plan)) yield { ...measure, work: measure.work + engine }
  },
  list: longList,
  shell: shellSize,
  shutter,
}

const [name = '', plan = ''] = process.argv.slice(2)
for await (const measure of steps[name]!(JSON.parse(plan))) console.log(JSON.stringify(measure))
