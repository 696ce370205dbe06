// node bench/cases/step.ts <native|embedded> <plan as JSON>: one engine in a process of its own. Prints one measure a line.
import { inTransaction } from '../../kernel/db/database.ts'
import type { Measure } from '../measure.ts'
import { benchPlace } from './bench-place.ts'
import { publishApproval } from './bureau.ts'
import { casePage } from './case-page.ts'
import { inbox } from './inbox.ts'
import { seedTasks } from './many-tasks.ts'
import { peers } from './peers.ts'
import { listenHere, startServer } from './server.ts'
import { PACE, type Plan } from './settings.ts'
import { supervision } from './supervision.ts'
import { throughput } from './throughput.ts'
import { timers } from './timers.ts'

const steps: Record<string, (plan: Plan) => AsyncGenerator<Measure>> = {
  async *native(plan) {
    const { world, environment, end } = await benchPlace(process.env.DATABASE_URL)
    await inTransaction(world.database.db, publishApproval)
    await seedTasks(world, plan.openTasks)
    const { origin, stop } = await startServer(environment)
    const asked = { users: plan.users, seconds: plan.seconds, aim: 300, p95Aim: 100, pace: PACE }
    yield* orFailure('transitions', throughput(world, origin, asked))
    yield* orFailure('inbox', inbox(world, origin, plan))
    yield* orFailure('supervision', supervision(world, origin, plan))
    yield* orFailure('opening a case', casePage(world, origin, plan))
    await stop()
    yield* orFailure('timers', timers(world, environment, plan))
    await end()
    yield* orFailure('peers', peers(process.env.DATABASE_URL!, plan.users, Math.min(plan.seconds, 10) / 2))
  },
  async *embedded(plan) {
    const { world, end } = await benchPlace(undefined)
    await inTransaction(world.database.db, publishApproval)
    const { origin, stop } = await listenHere(world)
    const asked = { users: 10, seconds: Math.min(plan.seconds, 10), aim: 100, p95Aim: null, pace: null }
    yield* orFailure('transitions', throughput(world, origin, asked))
    await stop()
    await end()
  },
}

/** A part that fails is a measure without a value; the others go on. */
async function* orFailure(work: string, measures: AsyncGenerator<Measure>): AsyncGenerator<Measure> {
  try {
    yield* measures
  } catch (error) {
    console.error(error)
    yield { work, value: null, unit: 's', aim: null, failed: String((error as Error).message) }
  }
}

const [name = '', plan = '{}'] = process.argv.slice(2)
for await (const measure of steps[name]!(JSON.parse(plan)))
  console.log(JSON.stringify({ ...measure, work: `${name}: ${measure.work}` }))
process.exit(0)
