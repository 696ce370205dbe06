import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { ensureRoles } from '../../apps/server/roles.ts'
import { hire, publishApproval } from '../../bench/cases/bureau.ts'
import type { Trx } from '../../kernel/db/database.ts'
import { verifyAudit } from '../../kernel/identity/verify-audit.ts'
import type { ProcessState } from '../../kernel/process/state.ts'
import { testAuditKey } from '../act.ts'
import { begin, inside, newPlace, type Place } from '../place.ts'
import type { Told } from './cases.child.ts'

/** 100 in .ci/run. An embedded database takes seconds to be opened again. */
const KILLS = Number(process.env.YUTU_KILLS ?? 6)
const PATIENCE = { timeout: 60_000 + 20_000 * KILLS }
const PEOPLE = 8
/** Killed at a random moment of so many milliseconds after it began to work. */
const WITHIN_MS = 600

let place: Place
before(async () => {
  place = await newPlace()
})
after(() => place.end())

/** Works until it is killed; what was answered until then. */
async function workAndBeKilled(people: string[]): Promise<string[]> {
  const told: Told = { options: place.options, people }
  const child = begin(place, 'testing/durability/cases.child.ts', [JSON.stringify(told)])
  let said = ''
  child.stderr!.on('data', (part) => process.stderr.write(part))
  const ready = new Promise<void>((resolve) =>
    child.stdout!.on('data', (part) => {
      said += String(part)
      if (said.startsWith('ready\n')) resolve()
    }),
  )
  await Promise.race([ready, once(child, 'exit')])
  await pause(WITHIN_MS * Math.random())
  child.kill('SIGKILL')
  await once(child, 'close')
  assert.ok(said.startsWith('ready\n'), 'it ended before it could work')
  // A line that was cut off by the kill is no answer.
  return said.split('\n').slice(1, -1)
}

type Case = { id: string; tokens: ProcessState; revision: number; state: string; keys: string[]; completed: number }

/** «casework.task.claim <task>» of every act in the history, and in the audit: both must say the same. */
async function written(trx: Trx): Promise<{ history: string[]; audit: string[] }> {
  const history = await sql<{ act: string }>`select 'casework.task.' || verb || ' ' || task_id as act from case_event
    where task_id is not null order by act`.execute(trx)
  const audit = await sql<{ act: string }>`select verb || ' ' || substring(subject from 6) as act from audit
    where verb like 'casework.task.%' order by act`.execute(trx)
  return { history: history.rows.map(({ act }) => act), audit: audit.rows.map(({ act }) => act) }
}

async function cases(trx: Trx): Promise<Case[]> {
  const { rows } = await sql<Case>`select c.id, c.tokens, c.revision, c.state,
      array(select key from task where case_id = c.id and state in ('open', 'claimed') order by key) as keys,
      (select count(*)::int from case_event where case_id = c.id and verb = 'complete') as completed
    from case_ c`.execute(trx)
  return rows
}

// Function point: SH069
test(
  `eight people are killed with -9 at ${KILLS} random moments: no act lost or doubled, the audit whole`,
  PATIENCE,
  async (t) => {
    const people = await inside(place, async (trx) => {
      await ensureRoles(trx)
      await publishApproval(trx)
      return hire(trx, PEOPLE)
    })
    const answered: string[] = []
    for (let kill = 0; kill < KILLS; kill++) answered.push(...(await workAndBeKilled(people)))
    await inside(place, async (trx) => {
      const { history, audit } = await written(trx)
      assert.deepEqual(audit, history)
      assert.equal(new Set(history).size, history.length, 'an act was done twice')
      const lost = answered.filter((act) => !new Set(history).has(act))
      assert.deepEqual(lost, [])
      for (const { id, tokens, revision, state, keys, completed } of await cases(trx)) {
        const waiting = tokens.tokens.flatMap(({ tasks }) => (tasks ?? []).map((task) => task.id)).sort()
        assert.deepEqual([waiting, revision, state], [keys, completed, keys.length === 0 ? 'ended' : 'running'], id)
      }
      assert.equal(await verifyAudit(trx, testAuditKey), undefined)
      t.diagnostic(`${KILLS} kills, ${answered.length} acts answered, ${history.length} done`)
    })
  },
)
