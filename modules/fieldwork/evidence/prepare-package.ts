import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action, type Context } from '../../../kernel/http/action.ts'
import { can } from '../../../kernel/identity/can.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { forbidden, invalid, notFound } from '../../../kernel/problems/problem.ts'
import { adapterNamed } from './adapters.ts'
import { addPackage } from './store.ts'

const VERB = 'fieldwork.evidence.prepare'

type Asked = { id: string; number: string; area: string; business: string; organisation: string | null; photos: number }

/** 生成举证成果包 of one case or many; the answer names the run that makes it. */
export const prepareEvidence = action({
  verb: VERB,
  input: Type.Object({
    caseIds: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 500, uniqueItems: true }),
    adapter: Type.String({ minLength: 1, maxLength: 40 }),
  }),
  facts: async ({ trx, person }, { caseIds }) => ({ cases: await casesOf(trx, caseIds), person }),
  refuse({ cases, person }, { caseIds, adapter }) {
    if (!adapterNamed(adapter)) return invalid('fieldwork.evidence.prepare.unknown-adapter', { adapter })
    if (cases.length < caseIds.length) return notFound('fieldwork.evidence.prepare.unknown-case')
    const hidden = cases.find(({ area, business }) => !can(person, VERB, { area, business }))
    if (hidden) return forbidden('kernel.no-right', { verb: VERB, area: hidden.area })
    return cases.every(({ photos }) => photos === 0) ? invalid('fieldwork.evidence.prepare.nothing') : undefined
  },
  async handle({ trx, person, now, startJob }, { caseIds, adapter }) {
    const id = newId()
    await addPackage(trx, { id, cases: caseIds, adapter, by: person.id, now })
    const jobId = await startJob({
      name: 'fieldwork.evidence.make',
      subject: `evidencePackage:${id}`,
      input: { packageId: id },
    })
    return { packageId: id, jobId }
  },
  audit: ({ caseIds, adapter }, { packageId }, { cases }) => ({
    subject: `evidencePackage:${packageId}`,
    after: { adapter, cases: cases.map(({ number }) => number).slice(0, 50), count: caseIds.length },
  }),
})

async function casesOf(trx: Context['trx'], ids: string[]): Promise<Asked[]> {
  const { rows } = await sql<Asked>`select c.id, c.number, c.area_code as area, c.business, c.organisation,
    (select count(*)::int from field_photo f where f.case_id = c.id and f.removed_at is null) as photos
    from case_ c where c.id = any(${ids}::uuid[])`.execute(trx)
  return rows
}
