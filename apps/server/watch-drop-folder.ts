import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { inTransaction, type Trx } from '../../kernel/db/database.ts'
import { can } from '../../kernel/identity/can.ts'
import { loadPerson } from '../../kernel/identity/people.ts'
import { startJob } from '../../kernel/jobs/start-job.ts'
import { sources } from '../../modules/landuse/schema.ts'
import type { World } from './open-world.ts'

const LOOK_MS = 5_000
const JOB = 'landuse.listen'

/**
 * 监听: when a partner has put a file into a source's folder, asks for the job that takes it in. It runs as the person named by
 * YUTU_LISTENER (a login), else as the first who may upload for the whole county. Returns the function that stops watching.
 */
export function watchDropFolder(world: World, wakeJobs: () => void): () => void {
  const { dropFolder: folder } = world.config
  for (const source of sources) mkdirSync(join(folder, source), { recursive: true })
  let told = ''
  const timer = setInterval(() => {
    if (!sources.some((source) => hasFile(join(folder, source)))) return
    inTransaction(world.database.db, (trx) => askOnce(trx, folder)).then(
      (asked) => asked && wakeJobs(),
      (error: Error) => {
        if (error.message !== told) console.error(`drop folder: ${error.message}`)
        told = error.message
      },
    )
  }, LOOK_MS)
  return () => clearInterval(timer)
}

const hasFile = (folder: string) =>
  existsSync(folder) && readdirSync(folder, { withFileTypes: true }).some((entry) => entry.isFile())

/** After a failure the folder is left alone for a while: the same file would fail again. */
async function askOnce(trx: Trx, folder: string): Promise<boolean> {
  const { rows: waiting } = await sql`select 1 from job_run where name = ${JOB} and (state in ('queued', 'running')
      or (state = 'failed' and ended_at > now() - interval '5 minutes')) limit 1`.execute(trx)
  if (waiting.length) return false
  const person = await listener(trx)
  await startJob(trx, { name: JOB, subject: `folder:${JOB}`, input: { folder } }, person, new Date())
  return true
}

async function listener(trx: Trx): Promise<string> {
  const login = process.env.YUTU_LISTENER ?? null
  const { rows } = await sql<{
    id: string
  }>`select p.id from person p join right_grant g on g.person = p.id and g.ended_at is null
    where p.ended_at is null and (${login}::text is null or p.login = ${login})
    group by p.id, p.login order by min(length(g.area)), p.login`.execute(trx)
  for (const { id } of rows) {
    const person = await loadPerson(trx, id)
    if (person && can(person, 'landuse.batch.upload', { business: 'landuse' })) return id
  }
  throw new Error(`${login ?? 'nobody'} may not take in deliveries (landuse.batch.upload); the files wait`)
}
