import { foldTasks } from '../../kernel/cases/lists/fold-tasks.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import type { World } from './open-world.ts'

const FOLD_MS = 5_000

/** Keeps the counts of what waits short to read: see task-cells.ts. Returns the stop, after the round under way. */
export function keepCounting({ database }: Pick<World, 'database'>): () => Promise<unknown> {
  let round: Promise<unknown> | undefined
  const fold = () => {
    round ??= inTransaction(database.db, (trx) => foldTasks({ trx, now: new Date() }))
      .catch((error: Error) => console.error(`counts: ${error.message}`))
      .finally(() => (round = undefined))
  }
  fold()
  const timer = setInterval(fold, FOLD_MS)
  return async () => {
    clearInterval(timer)
    await round
  }
}
