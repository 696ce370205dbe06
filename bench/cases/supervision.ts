import type { World } from '../../apps/server/open-world.ts'
import type { Measure } from '../measure.ts'
import { COUNTY } from './bureau.ts'
import { p95Of, signedIn, timed } from './inbox.ts'
import type { Plan } from './settings.ts'

const TOWN = `${COUNTY}107`

/** Filters of the supervision page, as one drills down in it. */
const FORMS: Record<string, Record<string, string>> = {
  'the county': {},
  'a town': { area: TOWN },
  'a business': { business: 'b17' },
  'a step': { business: 'b17', step: 'recheck' },
  'what is overdue': { lamp: 'red' },
  'what has waited for a month': { age: 'd90' },
  'a name of two characters': { text: '丂凩' },
  'a village': { area: `${TOWN}003` },
}

/** 督办总览 and the list behind each of its numbers, as a leader of the county asks for them. */
export async function* supervision(world: World, origin: string, { openTasks, pages }: Plan): AsyncGenerator<Measure> {
  const client = await signedIn(world, origin, [{ role: 'leader', area: COUNTY }])
  const over = `over ${openTasks.toLocaleString('en')} open tasks`
  for (const [what, name, more] of [
    ['supervision overview', 'casework.supervision.overview', {}],
    ['supervision list', 'casework.supervision.tasks', { limit: '50' }],
  ] as const) {
    const times: Record<string, number[]> = {}
    for (const [form, filter] of Object.entries(FORMS)) {
      times[form] = []
      for (let k = 0; k < pages / 4; k++) times[form].push((await timed(client, name, { ...filter, ...more })).ms)
    }
    yield* p95Of(`${what} ${over}`, times)
  }
  client.close()
}
