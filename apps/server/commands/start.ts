import { sql } from 'kysely'
import { inTransaction } from '../../../kernel/db/database.ts'
import { createSignInLink } from '../../../kernel/identity/sessions.ts'
import { buildPages } from '../build-pages.ts'
import { type Command, Mistake } from '../command.ts'
import type { Config } from '../config.ts'
import { isCountySize } from '../demo/demo-size.ts'
import { loadApprovals } from '../demo/load-approvals.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { loadHomesteads } from '../demo/load-homesteads.ts'
import { isUninhabited, type World, withWorld } from '../open-world.ts'
import { progressBar } from '../progress.ts'
import { type RunningServer, runServer } from '../run-server.ts'

export const start: Command = {
  title: {
    zh: '启动平台（首次启动会构建页面并生成演示县）',
    en: 'start the platform (the first time it builds the pages and makes the demo county)',
  },
  usage: 'start [--size S|M|L]',
  options: { size: { type: 'string', default: 'S' } },
  run: async ({ values: { size } }) => {
    if (!isCountySize(size)) return 2
    const opening = progressBar('打开数据库 · Opening the database')
    return withWorld(async (world) => {
      opening.end(world.database.engine)
      if (await isUninhabited(world)) {
        await loadDemo(world, size)
        await loadApprovals(world)
        await loadHomesteads(world)
      }
      await buildPages()
      const running = await runServer(world)
      const stopped = stopSignal()
      try {
        await listen(running, world.config)
        await greet(world)
        await stopped
      } finally {
        await running.close()
      }
      return 0
    })
  },
}

async function listen({ server }: RunningServer, { host, port }: Config): Promise<void> {
  await server.listen({ host, port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    throw new Mistake(
      `端口 ${port} 已被占用；请停止占用它的程序，或用 PORT 换一个端口。 · Port ${port} is in use; stop the program that uses it, or set PORT to another.`,
    )
  })
}

/** A terminal sends Ctrl+C to every process it began, and the one above passes it on: a second one at once means nothing. */
const SAME_SIGNAL_MS = 1_000

function stopSignal(): Promise<void> {
  let first = 0
  return new Promise((resolve) => {
    const stop = () => {
      if (first && Date.now() - first > SAME_SIGNAL_MS) process.exit(1)
      first ||= Date.now()
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
  })
}

/** Where to go and how to get in: a one-time link per demo person, good for a day; nobody has a default password. */
async function greet({ database, config }: World): Promise<void> {
  const people = await inTransaction(database.db, async (trx) => {
    const { rows } = await sql<Guest>`select distinct on (g.role) p.id, p.name, r.title_zh as role from person p
      join right_grant g on g.person = p.id and g.ended_at is null join role r on r.code = g.role
      where p.ended_at is null and p.password_hash is null order by g.role, p.login limit 12`.execute(trx)
    return Promise.all(rows.map(async (row) => ({ ...row, link: await createSignInLink(trx, row.id, new Date()) })))
  })
  const address = `http://${config.host}:${config.port}`
  console.log(`\n舆图已启动 · Yutu is running: ${address}    外业 · field: ${address}/field/`)
  console.log('一次性登录链接（各用一次，24 小时内有效）· One-time sign-in links (each once, within 24 hours):')
  for (const { name, role, link } of people) console.log(`  ${role} ${name}  ${address}/sign-in?link=${link}`)
  console.log('按 Ctrl+C 停止 · Ctrl+C stops')
}

type Guest = { id: string; name: string; role: string }
