import { sql } from 'kysely'
import type { World } from '../../apps/server/open-world.ts'
import { type OpenedCase, openCases } from '../../kernel/cases/open-case.ts'
import { publishProcess } from '../../kernel/cases/publish-process.ts'
import { inTransaction, type Trx } from '../../kernel/db/database.ts'
import { publishForm } from '../../kernel/forms/store.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { addPerson, grantRole, loadPerson } from '../../kernel/identity/people.ts'
import { createSignInLink } from '../../kernel/identity/sessions.ts'
import { application, approval } from './approval.ts'

export const COUNTY = '610799'
const CASES_AT_ONCE = 500

/** People of one organisation with these roles in the whole county: without others, whoever may do every step of an approval. */
export async function hire(trx: Trx, count: number, roles = ['officer', 'reviewer']): Promise<string[]> {
  const organisation = newId()
  await sql`insert into organisation (id, code, name) values (${organisation}, ${organisation}, '测试局')`.execute(trx)
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    const person = await addPerson(trx, {
      login: `bench-${organisation.slice(-6)}-${n}`,
      name: `经办 ${n}`,
      organisation,
    })
    for (const role of roles) await grantRole(trx, { person, role, area: COUNTY })
    ids.push(person)
  }
  return ids
}

export const linksFor = ({ database }: World, people: string[]): Promise<string[]> =>
  inTransaction(database.db, async (trx) => {
    const links: string[] = []
    for (const person of people) links.push(await createSignInLink(trx, person, new Date()))
    return links
  })

export async function publishApproval(trx: Trx): Promise<void> {
  const now = new Date()
  await publishForm(trx, application, null, now)
  await publishProcess(trx, approval, null, now)
}

/** Approvals that wait to be accepted, filed by `by`. */
export async function file({ database }: World, by: string, count: number): Promise<OpenedCase[]> {
  const opened: OpenedCase[] = []
  while (opened.length < count) {
    const some = Math.min(CASES_AT_ONCE, count - opened.length)
    opened.push(...(await inTransaction(database.db, (trx) => fileSome(trx, by, some))))
  }
  return opened
}

async function fileSome(trx: Trx, by: string, count: number): Promise<OpenedCase[]> {
  const person = (await loadPerson(trx, by)) ?? null
  const data = { applicant: '云栖农业合作社', purpose: '设施农用地备案', areaM2: 1200.5 }
  const requests = Array.from({ length: count }, (_, n) => ({
    title: `设施农用地 ${n}`,
    areaCode: `${COUNTY}101`,
    data,
  }))
  return openCases({ trx, person, now: new Date() }, approval.key, requests)
}
