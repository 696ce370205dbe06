import type { FastifyInstance } from 'fastify'
import { deliverWaiting } from '../../kernel/exchange/deliver.ts'
import { buildServer } from '../../kernel/http/server.ts'
import { runJobs } from '../../kernel/jobs/run-jobs.ts'
import { pagesFolder } from './build-pages.ts'
import { demoSize } from './demo/demo-size.ts'
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
  const { database, files, auditKey } = world
  const jobs = runJobs({ database, files, jobs: modules.flatMap((module) => module.jobs) })
  const server = await buildServer({ database, files, auditKey, modules, wakeJobs: jobs.wake })
  imageryRoutes(server, world, await demoSize(world))
  await servePages(server, pages)
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
      await server.close()
      await Promise.all([jobs.close(), delivering])
    },
  }
}

function reportDelivery(error: Error): number {
  console.error(`outbox: ${error.message}`)
  return 0
}
