import { raiseAlarms } from '../../kernel/cases/clocks/raise-alarms.ts'
import { endPassedDelegations, remindOfPassedDays } from '../../kernel/cases/clocks/remind.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import type { World } from './open-world.ts'

const LOOK_MS = 20_000
const BATCH = 200

/** Lamps that turn, days that pass: told once by whichever server sees them first. Returns the stop, after the round under way. */
export function watchClocks({ database }: World): () => Promise<unknown> {
  let round: Promise<unknown> | undefined
  let stopped = false
  const look = () => {
    round ??= lookOnce(database.db, () => stopped)
      .catch((error: Error) => console.error(`clocks: ${error.message}`))
      .finally(() => (round = undefined))
  }
  const timer = setInterval(look, LOOK_MS)
  return async () => {
    stopped = true
    clearInterval(timer)
    await round
  }
}

/** In short transactions: each batch is told or not, whole. */
async function lookOnce(db: World['database']['db'], isStopped: () => boolean): Promise<void> {
  const work = { person: null, now: new Date() }
  await inTransaction(db, (trx) => endPassedDelegations({ ...work, trx }))
  for (const tell of [raiseAlarms, remindOfPassedDays]) {
    let told = BATCH
    while (told >= BATCH && !isStopped()) told = await inTransaction(db, (trx) => tell({ ...work, trx }, BATCH))
  }
}
