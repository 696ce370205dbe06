import { type JobRun, job } from '../../../kernel/jobs/job.ts'
import { type KeysById, openRescue, type Rescued } from './open-rescue.ts'
import { endRescue, keepActs, keepFindings, keepPhotos, keysOfDevices, type RescueRow, readRescue } from './store.ts'
import { type Act, actsOf, takeActs } from './take-acts.ts'
import { takePhotos } from './take-photos.ts'

type Run = JobRun<{ rescueId: string }>
type Taking = { run: Run; row: RescueRow; rescued: Rescued; keys: KeysById; acts: Act[]; total: number }

/** Written down together: what a killed run does again at most. Acts are few, since on the embedded engine everybody waits for them. */
const PHOTOS_AT_ONCE = 10
const ACTS_AT_ONCE = 50

/**
 * Takes in what a phone saved when nothing else worked: photos first, then its acts as if the phone had sent them, by their own ids and in
 * its own chain. Run again after a crash it goes on behind its last step; the same archive again changes nothing.
 */
export const takeRescue = job({
  name: 'fieldwork.rescue.take',
  slow: true,
  async run(run: Run) {
    const row = await run.transaction((trx) => readRescue(trx, run.input.rescueId, run.person.id))
    if (!row || row.endedAt) return
    let keys: KeysById = new Map()
    const keysFor = async (ids: string[]) => (keys = await run.transaction((trx) => keysOfDevices(trx, ids)))
    await run.progress(0, 0, 'fieldwork.rescue.stage.opening')
    const rescued = await openRescue(run.files.pathOf(row.fileDigest), keysFor)
    try {
      const acts = actsOf(rescued.devices)
      await takeIn({ run, row, rescued, keys, acts, total: rescued.photos.length + acts.length })
    } finally {
      rescued.archive.close()
    }
  },
})

async function takeIn(taking: Taking): Promise<void> {
  const { run, row, rescued, total } = taking
  await run.transaction((trx) => keepFindings(trx, row.id, rescued.findings))
  await allPhotos(taking)
  await allActs(taking)
  await run.transaction(async (trx) => {
    await endRescue(trx, row.id, run.now())
    const { photos, statuses, lost } = (await readRescue(trx, row.id, run.person.id))!
    const after = { fileDigest: row.fileDigest, photos, acts: statuses, lost }
    await run.audit(trx, { verb: 'fieldwork.rescue.take', subject: `rescue:${row.id}`, after })
  })
  await run.progress(total, total, 'fieldwork.rescue.stage.done')
}

async function allPhotos({ run, row, rescued, keys, total }: Taking): Promise<void> {
  const names = rescued.photos
  let { photos } = row
  for (let from = row.photosDone; from < names.length; from += PHOTOS_AT_ONCE) {
    await run.stopIfCancelled()
    await run.progress(from, total, 'fieldwork.rescue.stage.photos')
    const some = names.slice(from, from + PHOTOS_AT_ONCE)
    const { taken, findings } = await takePhotos(run.files, rescued.archive, some, keys)
    photos += taken
    await run.transaction(async (trx) => {
      await keepFindings(trx, row.id, findings)
      await keepPhotos(trx, row.id, { done: from + some.length, photos })
    })
  }
}

async function allActs({ run, row, rescued, acts, total }: Taking): Promise<void> {
  const statuses = { ...row.statuses }
  for (let from = row.actsDone; from < acts.length; from += ACTS_AT_ONCE) {
    await run.stopIfCancelled()
    await run.progress(rescued.photos.length + from, total, 'fieldwork.rescue.stage.acts')
    const some = acts.slice(from, from + ACTS_AT_ONCE)
    await run.transaction(async (trx) => {
      const { outcomes, findings } = await takeActs(run, trx, some)
      for (const outcome of outcomes) statuses[outcome] = (statuses[outcome] ?? 0) + 1
      await keepFindings(trx, row.id, findings)
      await keepActs(trx, row.id, { done: from + some.length, statuses })
    })
  }
}
