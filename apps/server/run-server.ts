import type { FastifyInstance } from 'fastify'
import { deliverWaiting } from '../../kernel/exchange/deliver.ts'
import { buildServer } from '../../kernel/http/server.ts'
import { runJobs } from '../../kernel/jobs/run-jobs.ts'
import { pagesFolder } from './build-pages.ts'
import { demoSize } from './demo/demo-size.ts'
import { fireTimers } from './fire-timers.ts'
import { imageryRoutes } from './imagery/imagery-routes.ts'
import { keepCounting } from './keep-counting.ts'
import { jobs, modules } from './modules.ts'
import type { World } from './open-world.ts'
import { partners } from './partners.ts'
import { pushMessages } from './push-messages.ts'
import { servePages } from './serve-pages.ts'
import { watchClocks } from './watch-clocks.ts'
import { watchDropFolder } from './watch-drop-folder.ts'

const DELIVERY_MS = 2_000
const LAST_ANSWERS_MS = 5_000

export type RunningServer = { server: FastifyInstance; close(): Promise<void> }

/** Answers requests, runs jobs and delivers the outbox until closed. Does not listen yet. */
export async function runServer(world: World, pages = pagesFolder): Promise<RunningServer> {
  const { database, files, auditKey, signer } = world
  const runner = runJobs({ database, files, signer, auditKey, jobs })
  const server = await buildServer({ database, files, auditKey, signer, modules, wakeJobs: runner.wake })
  imageryRoutes(server, world, await demoSize(world))
  await servePages(server, pages)
  const stopTimers = fireTimers(world, runner.wake)
  const stopWatching = watchDropFolder(world, runner.wake)
  const stopClocks = watchClocks(world)
  const stopCounting = keepCounting(world)
  const stopDelivering = keepDelivering(world)
  const stopPushing = pushMessages(world)
  return {
    server,
    async close() {
      stopWatching()
      await Promise.all([
        closeServer(server),
        runner.close(),
        stopDelivering(),
        stopPushing(),
        stopClocks(),
        stopCounting(),
        stopTimers(),
      ])
    },
  }
}

/** Looks into the outbox every two seconds, one round at a time. Returns what ends it after the message under way. */
function keepDelivering(world: World): () => Promise<unknown> {
  const stop = new AbortController()
  const to = partners(world)
  const report = (error: Error) => console.error(`outbox: ${error.message}`)
  let round: Promise<unknown> | undefined
  const timer = setInterval(() => {
    round ??= deliverWaiting(world.database, to, { stop: stop.signal })
      .catch(report)
      .finally(() => (round = undefined))
  }, DELIVERY_MS)
  return async () => {
    clearInterval(timer)
    stop.abort()
    await round
  }
}

/** Requests under way may end; a client that never comes to its end is cut off. */
async function closeServer(server: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => server.server.closeAllConnections(), LAST_ANSWERS_MS)
  await server.close().finally(() => clearTimeout(timer))
}
