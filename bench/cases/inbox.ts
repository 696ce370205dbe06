import type { World } from '../../apps/server/open-world.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { grantRole } from '../../kernel/identity/people.ts'
import { type Measure, percentile } from '../measure.ts'
import { COUNTY, hire, linksFor } from './bureau.ts'
import { Client } from './client.ts'
import type { Plan } from './settings.ts'

const AIM_MS = 150
export type Grant = { role: string; area?: string; business?: string }
type Times = Record<string, number[]>

/** What different people may see: all, a town, one business, two roles in three places. */
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
  const times: Times = {}
  for (const [name, grants] of Object.entries(PEOPLE)) {
    const client = await signedIn(world, origin, grants)
    const ask = async (form: string, more: Record<string, string>) => {
      const { ms, body } = await timed(client, 'casework.worklist', { box: 'todo', limit: '50', ...more })
      times[form] = [...(times[form] ?? []), ms]
      return body
    }
    let after: string | undefined
    for (let k = 0; k < pages; k++) {
      const { next } = await ask(`a page, ${name}`, after ? { after } : {})
      after = (next as string | null) ?? undefined
    }
    for (let k = 0; k < pages / 4; k++) await askFiltered(ask, k, openTasks)
    for (let k = 0; k < pages / 4; k++) {
      const { ms } = await timed(client, 'casework.worklist.counts', {})
      times['counts of all boxes'] = [...(times['counts of all boxes'] ?? []), ms]
    }
    client.close()
  }
  yield* p95Of(what, times)
}

/** Each form apart, so that a slow one cannot hide among quick ones. `k`: which round. */
async function askFiltered(
  ask: (form: string, more: Record<string, string>) => Promise<unknown>,
  k: number,
  tasks: number,
): Promise<void> {
  await ask('a page filtered by business', { business: `b${k % 40}` })
  for (const lamp of ['red', 'yellow', 'green', 'grey']) await ask('a page filtered by lamp', { lamp })
  await ask('a page filtered by town and business', { area: `${COUNTY}107`, business: `b${k % 40}` })
  const name = `${String.fromCharCode(19968 + k)}${String.fromCharCode(20968 + k)}`
  await ask('a page found by a name of two characters', { text: name })
  await ask('a page found by a character', { text: name[1]! })
  await ask('a page found by what every title says', { text: '农用' })
  await ask('a page found by what no title says', { text: '甲乙' })
  await ask('a page found by a number', { text: `S${tasks - k}` })
  await ask('a page found by text, town and business', {
    text: `备案 ${k}`,
    area: `${COUNTY}107`,
    business: `b${k % 40}`,
  })
}

/** The 95th percentile of each form. */
export function* p95Of(what: string, times: Times): Generator<Measure> {
  for (const [form, all] of Object.entries(times))
    yield { work: `${what}, ${form}, p95`, value: percentile(all, 0.95), unit: 'ms', aim: AIM_MS }
}

/** Somebody with just these rights, at a browser of their own. */
export async function signedIn(world: World, origin: string, grants: Grant[]): Promise<Client> {
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
