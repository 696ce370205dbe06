import { isNoRoom } from '../../../kernel/files/stored-file.ts'
import { type JobRun, job } from '../../../kernel/jobs/job.ts'
import { Refusal } from '../../../kernel/problems/problem.ts'
import { adapterNamed } from './adapters.ts'
import { collectCase } from './collect-case.ts'
import type { EvidenceCase } from './evidence-case.ts'
import { failPackage, finishPackage, readPackage } from './store.ts'
import { packageStream } from './write-package.ts'

type Run = JobRun<{ packageId: string }>

/** Makes a package that was asked for; run again after a crash it makes it anew. */
export const makeEvidencePackage = job({
  name: 'fieldwork.evidence.make',
  slow: true,
  async run(run: Run) {
    try {
      await make(run)
    } catch (error) {
      await run
        .transaction((trx) => failPackage(trx, run.input.packageId, String((error as Error).message)))
        .catch(() => undefined)
      throw isNoRoom(error) ? new Refusal({ code: 'fieldwork.evidence.make.no-room', status: 507 }) : error
    }
  },
})

async function make(run: Run): Promise<void> {
  const row = await run.transaction((trx) => readPackage(trx, run.input.packageId))
  if (!row || row.digest) return
  const adapter = adapterNamed(row.adapter)!
  const cases: EvidenceCase[] = []
  for (const id of row.cases) cases.push(await run.transaction((trx) => collectCase(trx, id)))
  const onFile = async (done: number, total: number) => {
    await run.stopIfCancelled()
    if (done % 20 === 0 || done === total) await run.progress(done, total, 'fieldwork.evidence.stage.files')
  }
  const at = run.now()
  const stream = packageStream({ files: run.files, signer: run.signer, adapter, cases, by: row.madeByName, at, onFile })
  const { digest, size } = await run.files.putStream(stream, Number.POSITIVE_INFINITY)
  const name = cases.length === 1 ? cases[0]!.number : `${cases.length}件`
  const fileName = `举证成果_${name}_${at.toISOString().slice(0, 10)}.zip`
  await run.transaction((trx) => finishPackage(trx, row.id, { digest, size, fileName, now: run.now() }))
}
