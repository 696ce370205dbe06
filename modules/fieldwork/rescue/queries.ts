import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { findingsOf, readRescue, rescuesOf } from './store.ts'

/** Read by a person; the rest is told by its number. */
const MOST = 200

/** Archives the person has had imported, newest first. */
export const listRescues = query({
  name: 'fieldwork.rescue.list',
  input: Type.Object({}),
  handle: async ({ trx, person }) => ({ rows: await rescuesOf(trx, person.id) }),
})

/** One of them, with what did not simply come in. */
export const viewRescue = query({
  name: 'fieldwork.rescue.view',
  input: Type.Object({ rescueId: Type.String({ format: 'uuid' }) }),
  async handle({ trx, person }, { rescueId }) {
    const row = await readRescue(trx, rescueId, person.id)
    if (!row) throw new Refusal(notFound('fieldwork.rescue.unknown'))
    return { ...row, findings: await findingsOf(trx, rescueId, MOST) }
  },
})
