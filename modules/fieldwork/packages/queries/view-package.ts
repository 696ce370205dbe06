import { Type } from '@sinclair/typebox'
import { query } from '../../../../kernel/http/action.ts'
import { runsOf } from '../../../../kernel/jobs/job-runs.ts'
import { readPackage } from '../store.ts'

const Id = Type.Object({ packageId: Type.String({ format: 'uuid' }) })

/** How far the making has come; when it is ready, the signed manifest. */
export const viewPackage = query({
  name: 'fieldwork.package.view',
  input: Id,
  async handle({ trx, person }, { packageId }) {
    const { id, title, state, choice, manifest, receipt: seal } = await readPackage(trx, packageId, person.id)
    const [run] = await runsOf(trx, `fieldPackage:${id}`)
    const { done = 0, total = 0, stage = '' } = run ?? {}
    return { id, title, state, choice, manifest, seal, done, total, stage, runId: run?.id ?? null }
  },
})
