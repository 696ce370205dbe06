import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type JobRun, job } from '../../../kernel/jobs/job.ts'
import { startJob } from '../../../kernel/jobs/start-job.ts'
import { type Problem, Refusal } from '../../../kernel/problems/problem.ts'
import { openDelivery } from '../intake/open-delivery.ts'
import { receiveDelivery } from '../intake/receive-delivery.ts'
import { periodOf } from '../rules/period.ts'
import { type Source, sources } from '../schema.ts'
import type { LanduseTables } from '../tables.ts'

/** `folder` has a subfolder for each source, into which partners put files. */
export type ListenInput = { folder: string }

type Outcome = { number: string; rows: number; missing: string[] } | { already: string } | { problem: Problem }

/** A file that changed within this time, or ends so, may still be under way. */
const SETTLED_MS = 5_000
const UNDER_WAY = /\.(part|tmp|crdownload|filepart)$/i

/**
 * 监听: takes in what lies in the drop folder, whole files only. Each ends in `done` or `refused`, with a report beside it.
 * A run killed between taking in and moving finds the batch next time and only moves the file.
 */
export const listenJob = job({
  name: 'landuse.listen',
  async run(run: JobRun<ListenInput>) {
    for (const source of sources) {
      const folder = join(run.input.folder, source)
      const names = await settledFiles(folder, run.now())
      for (const [i, name] of names.entries()) {
        await run.stopIfCancelled()
        await run.progress(i, names.length, source)
        const outcome = await takeIn(run, source, folder, name)
        await putAway(folder, name, outcome)
      }
    }
  },
})

async function settledFiles(folder: string, now: Date): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !UNDER_WAY.test(entry.name))
  const settled: string[] = []
  for (const { name } of names) {
    const { mtimeMs } = await stat(join(folder, name))
    if (now.getTime() - mtimeMs >= SETTLED_MS) settled.push(name)
  }
  return settled.sort()
}

async function takeIn(run: JobRun<ListenInput>, source: Source, folder: string, fileName: string): Promise<Outcome> {
  const now = run.now()
  const { digest: fileDigest } = await run.files.put(await readFile(join(folder, fileName)))
  const request = { fileDigest, fileName, source, period: periodOf(fileName, now) }
  try {
    return await run.transaction(async (trx) => {
      const opened = await openDelivery(trx, run.files, request)
      if (opened.same) return { already: opened.same.number }
      const received = await receiveDelivery(trx, request, opened, { person: run.person, now, by: 'folder' })
      if (received.missing.length === 0) {
        const subject = `batch:${received.batchId}`
        const job = { name: 'landuse.batch.process', subject, input: { batchId: received.batchId } }
        const run_id = await startJob(trx, job, run.person.id, now)
        const batches = trx.withTables<LanduseTables>().updateTable('landuse_batch')
        await batches.set({ run_id, state: 'processing' }).where('id', '=', received.batchId).execute()
      }
      return { number: received.number, rows: received.rows, missing: received.missing }
    })
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem }
    throw error
  }
}

async function putAway(folder: string, name: string, outcome: Outcome): Promise<void> {
  const target = join(folder, 'problem' in outcome ? 'refused' : 'done')
  await mkdir(target, { recursive: true })
  await writeFile(join(target, `${name}.report.json`), `${JSON.stringify(outcome, null, 2)}\n`)
  await rename(join(folder, name), join(target, name))
}
