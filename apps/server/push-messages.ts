import { pushDue } from '../../kernel/messages/push.ts'
import type { World } from './open-world.ts'

const LOOK_MS = 5_000

/** Messages that gateways (短信, 政务钉钉) are to be told of; one round at a time. Returns the stop, after the round under way. */
export function pushMessages({ database }: Pick<World, 'database'>): () => Promise<unknown> {
  let round: Promise<unknown> | undefined
  const timer = setInterval(() => {
    round ??= pushDue(database.db, new Date())
      .catch((error: Error) => console.error(`push: ${error.message}`))
      .finally(() => (round = undefined))
  }, LOOK_MS)
  return async () => {
    clearInterval(timer)
    await round
  }
}
