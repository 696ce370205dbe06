import type { World } from '../../apps/server/open-world.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { grantRole } from '../../kernel/identity/people.ts'
import { type Measure, percentile } from '../measure.ts'
import { COUNTY, hire, linksFor } from './bureau.ts'
import { Client } from './client.ts'
import type { Plan } from './settings.ts'

const AIM_MS = 150
type Grant = { role: string; area?: string; business?: string }

/** What different people may see: all, a town, one business, two roles in three places, what nobody has in their pool. */
const PEOPLE: Record<string, Grant[]> = {
  'officer of the county': [{ role: 'officer', area: COUNTY }],
  'officer of a town': [{ role: 'officer', area: `${COUNTY}107` }],
  'reviewer of one business': [{ role: 'reviewer', area: COUNTY, business: 'b17' }],
  'officer of two towns who reviews in a village': [
    { role: 'officer', area: `${COUNTY}103` },
    { role: 'officer', area: `${COUNTY}109` },
    { role: 'reviewer', area: `${COUNTY}104002` },
  ],
}

/** The to-do box as the page asks for it, one person after the other: first pages, pages behind them, filtered ones, counts. */
export async function* inbox(world: World, origin: string, { openTasks, pages }: Plan): AsyncGenerator<Measure> {
  const what = `inbox over ${openTasks.toLocaleString('en')} open tasks`
  const filtered: number[] = []
  const found: number[] = []
  const counts: number[] = []
  for (const [name, grants] of Object.entries(PEOPLE)) {
    const client = await signedIn(world, origin, grants)
    const ask = (more: Record<string, string>) =>
      timed(client, 'casework.worklist', { box: 'todo', limit: '50', ...more })
    const times: number[] = []
    let after: string | undefined
    for (let k = 0; k < pages; k++) {
      const { ms, body } = await ask(after ? { after } : {})
      times.push(ms)
      after = (body.next as string | null) ?? undefined
    }
    yield { work: `${what}, a page, ${name}, p95`, value: percentile(times, 0.95), unit: 'ms', aim: AIM_MS }
    for (let k = 0; k < pages / 4; k++) {
      filtered.push(
        (await ask({ business: `b${k % 40}` })).ms,
        (await ask({ lamp: 'red' })).ms,
        (await ask({ lamp: 'yellow' })).ms,
      )
      filtered.push((await ask({ area: `${COUNTY}107`, business: `b${k % 40}` })).ms)
    }
    for (let k = 0; k < 3; k++) {
      found.push((await ask({ text: `备案 ${openTasks - k}` })).ms)
      counts.push((await timed(client, 'casework.worklist.counts', {})).ms)
    }
    client.close()
  }
  yield {
    work: `${what}, a page filtered by business, lamp, area, p95`,
    value: percentile(filtered, 0.95),
    unit: 'ms',
    aim: AIM_MS,
  }
  yield { work: `${what}, a page found by text, p95`, value: percentile(found, 0.95), unit: 'ms', aim: AIM_MS }
  yield { work: `${what}, counts of all boxes, p95`, value: percentile(counts, 0.95), unit: 'ms', aim: AIM_MS }
}

async function signedIn(world: World, origin: string, grants: Grant[]): Promise<Client> {
  const [person] = await inTransaction(world.database.db, async (trx) => {
    const [id] = await hire(trx, 1, [])
    for (const grant of grants) await grantRole(trx, { person: id!, ...grant })
    return [id!]
  })
  const [link] = await linksFor(world, [person!])
  const client = new Client(origin)
  await client.signIn(link!)
  return client
}

export async function timed(client: Client, name: string, input: Record<string, string>) {
  const begun = performance.now()
  const { status, body } = await client.ask(name, input)
  if (status !== 200) throw new Error(`${name} answered ${status} ${JSON.stringify(body)}`)
  return { ms: performance.now() - begun, body }
}
