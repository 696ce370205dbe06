import { test } from 'node:test'
import type { Trx } from '../../kernel/db/database.ts'
import type { Person } from '../../kernel/identity/can.ts'
import { loadPerson } from '../../kernel/identity/people.ts'
import { inRollback } from '../../testing/harness.ts'
import { organisationOf, settle } from '../../testing/people.ts'

export const now = new Date()
export const hasCode = (code: string) => (error: { problem?: { code: string } }) => error.problem?.code === code
export const NO_RIGHT = hasCode('kernel.no-right')

/** Gao runs the system, Qin grants rights, Bai administers the institute only; Ma is outdoors for it. */
export async function bureau(trx: Trx) {
  const gao = await settle(trx, { name: '高远', verbs: ['administration.*'], organisation: 'bureau' })
  const qin = await settle(trx, { name: '秦山', verbs: ['administration.r*'], organisation: 'bureau' })
  const bai = await settle(trx, {
    name: '白露',
    verbs: ['administration.*'],
    organisation: 'institute',
    within: 'institute',
  })
  const ma = await settle(trx, {
    name: '马东',
    verbs: ['fieldwork.sync', 'administration.profile.*'],
    organisation: 'institute',
  })
  return {
    gao,
    qin,
    bai,
    ma,
    institute: await organisationOf(trx, 'institute'),
    home: await organisationOf(trx, 'bureau'),
  }
}
export type Bureau = Awaited<ReturnType<typeof bureau>>
export const story = (title: string, tell: (trx: Trx, people: Bureau) => Promise<void>) =>
  test(title, () => inRollback(async (trx) => tell(trx, await bureau(trx))))
export const reload = async (trx: Trx, { id }: Person) => (await loadPerson(trx, id))!

export const asked = (organisation: string, login = 'hexiaoyu') => ({
  ...{ login, name: '何小雨', phone: '138 0000 0001', organisation, reason: '新到测绘院外业组', passwordHash: 'kept' },
})
