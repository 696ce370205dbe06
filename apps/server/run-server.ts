import type { FastifyInstance } from 'fastify'
import { deliverWaiting } from '../../kernel/exchange/deliver.ts'
import { buildServer } from '../../kernel/http/server.ts'
import { runJobs } from '../../kernel/jobs/run-jobs.ts'
import { pagesFolder } from './build-pages.ts'
import { demoSize } from './demo/demo-size.ts'
import { fireTimers } from './fire-timers.ts'
import { imageryRoutes } from './imagery/imagery-routes.ts'
import { modules } from './modules.ts'
import type { World } from './open-world.ts'
import { partners } from './partners.ts'
import { servePages } from './serve-pages.ts'
import { watchDropFolder } from './watch-drop-folder.ts'

const DELIVERY_MS = 2_000

export type RunningServer = { server: FastifyInstance; close(): Promise<void> }

/** Answers requests, runs jobs and delivers the outbox until closed. Does not listen yet. */
export async function runServer(world: World, pages = pagesFolder): Promise<RunningServer> {
  const { database, files, auditKey, signer } = world
  const jobs = runJobs({ database, files, signer, jobs: modules.flatMap((module) => module.jobs) })
  const server = await buildServer({ database, files, auditKey, modules, wakeJobs: jobs.wake })
  imageryRoutes(server, world, await demoSize(world))
  await servePages(server, pages)
  const stopTimers = fireTimers(world, jobs.wake)
  const stopWatching = watchDropFolder(world, jobs.wake)
  let delivering = Promise.resolve(0)
  const timer = setInterval(() => {
    delivering = delivering.then(() => deliverWaiting(database, partners(world))).catch(reportDelivery)
  }, DELIVERY_MS)
  return {
    server,
    async close() {
      clearInterval(timer)
      stopWatching()
      stopTimers()
      await server.close()
      await Promise.all([jobs.close(), delivering])
    },
  }
}

function reportDelivery(error: Error): number {
  console.error(`outbox: ${error.message}`)
  return 0
}
