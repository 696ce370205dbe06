import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Trx } from '../../../kernel/db/database.ts'
import { can } from '../../../kernel/identity/can.ts'
import { type JobRun, job } from '../../../kernel/jobs/job.ts'
import { startJob } from '../../../kernel/jobs/start-job.ts'
import { forbidden, type Problem, Refusal } from '../../../kernel/problems/problem.ts'
import { readBatch, scopeOfBatch } from '../intake/batches.ts'
import { openDelivery } from '../intake/open-delivery.ts'
import { auditOfReceipt, receiveDelivery } from '../intake/receive-delivery.ts'
import { startProcessing } from '../intake/standing.ts'
import { periodOf } from '../rules/period.ts'
import { type Source, sources } from '../schema.ts'

/** `folder` has a subfolder for each source, into which partners put files. */
export type ListenInput = { folder: string }

type Outcome = { number: string; rows: number; missing: string[] } | { already: string } | { problem: Problem }

/** A file that changed within this time, or ends so, may still be under way. */
const SETTLED_MS = 5_000
const UNDER_WAY = /\.(part|tmp|crdownload|filepart)$/i

/**
 * 监听: takes in what lies in the drop folder, whole files only. Each ends in `done` or `refused`, with a report beside it.
 * A run killed between taking in and moving finds the batch next time and only moves the file. Whoever the listener runs as
 * needs the right of a person at the page; without it the files stay where they are.
 */
export const listenJob = job({
  name: 'landuse.listen',
  async run(run: JobRun<ListenInput>) {
    const verb = 'landuse.batch.upload'
    if (!can(run.person, verb, { business: 'landuse' }))
      throw new Refusal(forbidden('kernel.no-right', { verb, area: '' }))
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
      const started = received.missing.length === 0 && (await startAsPermitted(run, trx, received.batchId))
      await run.audit(trx, { verb: 'landuse.batch.upload', ...auditOfReceipt(request, received) })
      if (started)
        await run.audit(trx, { verb: 'landuse.batch.process', subject: `batch:${received.batchId}`, after: started })
      return { number: received.number, rows: received.rows, missing: received.missing }
    })
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem }
    throw error
  }
}

/** Who may only take in leaves the batch ready for somebody who may process it. */
async function startAsPermitted({ person, now }: JobRun<ListenInput>, trx: Trx, batchId: string) {
  const batch = await readBatch(trx, batchId)
  if (!can(person, 'landuse.batch.process', scopeOfBatch(batch))) return undefined
  return startProcessing({ trx, startJob: (job) => startJob(trx, job, person.id, now()) }, batchId)
}

async function putAway(folder: string, name: string, outcome: Outcome): Promise<void> {
  const target = join(folder, 'problem' in outcome ? 'refused' : 'done')
  await mkdir(target, { recursive: true })
  await writeFile(join(target, `${name}.report.json`), `${JSON.stringify(outcome, null, 2)}\n`)
  await rename(join(folder, name), join(target, name))
}
