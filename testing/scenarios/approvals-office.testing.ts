import { sql } from 'kysely'
import { settlePeople } from '../../apps/server/demo/load-people.ts'
import { ensureRoles } from '../../apps/server/roles.ts'
import { keepSignature } from '../../kernel/cases/talk/signatures.ts'
import type { Trx } from '../../kernel/db/database.ts'
import type { Person } from '../../kernel/identity/can.ts'
import { loadPerson } from '../../kernel/identity/people.ts'
import { fileItem } from '../../modules/approvals/actions/file-case.ts'
import { readItem } from '../../modules/approvals/items/store.ts'
import { publishApprovals } from '../../modules/approvals/publish.ts'
import { completeTask } from '../../modules/casework/actions/complete-task.ts'
import { archiveJob } from '../../modules/casework/jobs/archive-case.ts'
import { viewCase } from '../../modules/casework/queries/view-case.ts'
import { runServiceJobs } from '../../modules/landuse/survey/station.testing.ts'
import { publishRules } from '../../modules/processes/business-rules/first-rules.ts'
import { act, ask, testFiles } from '../act.ts'

const LOGINS = [
  ...['liumin', 'caijing', 'linzhiyuan', 'zhaodeming', 'chengang', 'luxue', 'hewei', 'sunlihua', 'xujianguo'],
  ...['zhouzhengyi', 'heguanli', 'madong', 'hanrui', 'tangmin'],
] as const
type Login = (typeof LOGINS)[number]

/** For tests only: the demo bureau with everything approvals begin with. */
export type Office = { trx: Trx } & Record<Login, Person>

export async function office(trx: Trx): Promise<Office> {
  await ensureRoles(trx)
  await sql`insert into area (code, name, level) values ('610799', '云栖县', 'county')`.execute(trx)
  await sql`insert into area (code, name, level, parent) values ('610799100', '城关镇', 'town', '610799')`.execute(trx)
  const ids = await settlePeople(trx)
  await publishRules(trx, new Date())
  await publishApprovals(trx, new Date())
  const people: Partial<Record<Login, Person>> = {}
  for (const login of LOGINS) {
    const person = (await loadPerson(trx, ids.get(login)!))!
    await keepSignature({ trx, person, now: new Date() }, { path: 'M40 90l60 20 80 -40', width: 600, height: 200 })
    people[login] = person
  }
  return { trx, ...(people as Record<Login, Person>) }
}

/** A square of 200 m in degrees, `k` places to the east. */
export const land = (k = 0) => {
  const [x, y, side] = [107.765 + k * 0.004, 32.98, 0.002]
  const ring = [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ]
  return { source: 'drawn' as const, rings: [ring] }
}

/** What the window is given: every required material of the item, as a file. */
export async function materialsOf(trx: Trx, code: string) {
  const { materials } = await readItem(trx, code)
  const filed = []
  for (const { key, title } of materials.filter(({ required }) => required)) {
    const { digest } = await testFiles.put(new TextEncoder().encode(`${code} ${title}`))
    filed.push({ key, digest, name: `${title}.pdf`, mediaType: 'application/pdf' })
  }
  return filed
}

const contact = { contact: '马建军', mobile: '13909160001' }
const plot = { landArea: 3.2, farmland: 1.1, place: '城关镇东关村' }
const FORMS: Record<string, Record<string, unknown>> = {
  YDYS: { ...contact, ...plot, investmentKind: 'approved', investment: 8600 },
  NYDZY: { ...contact, ...plot, balance: '补耕〔2026〕017号' },
  LSYD: {
    ...contact,
    ...plot,
    purpose: 'construction',
    isMajor: false,
    years: 2,
    reclamation: '期满后覆土三十厘米复耕',
  },
  SSNYD: { ...contact, ...plot, facility: 'crops', agreementOn: '2026-10-09' },
  JSGC: { ...contact, place: '城关镇东关村', floorArea: 12400.5, buildings: 3 },
  DZZH: { ...contact, qualificationClass: 'survey', grade: 'B', applicationKind: 'new', engineers: 24 },
  DJBG: {
    ...contact,
    place: '城关镇东关村',
    contractKind: 'main',
    contractNumber: '610799-2026-CR-0031',
    changeCause: 'supply',
  },
}

type Filing = Parameters<typeof fileItem.handle>[1]

/** Liu Min files an application of the item, complete. */
export async function fileAt({ trx, liumin }: Office, item: string, more: Partial<Filing> = {}) {
  return act(trx, liumin, fileItem, {
    ...{ item, title: `${item} 东关村幼儿园`, areaCode: '610799100', data: FORMS[item]! },
    applicant: { name: '云栖县教育局', kind: 'government' },
    materials: await materialsOf(trx, item),
    land: land(),
    ...more,
  })
}

/** The tasks of the case still to be done, by step: what whoever looks would see. */
export async function openTasks({ trx, linzhiyuan }: Office, caseId: string) {
  const { tasks } = await ask(trx, linzhiyuan, viewCase, { caseId })
  return tasks.filter(({ state }) => state === 'open' || state === 'claimed' || state === 'suspended')
}

type Completion = { outcome?: string; data?: Record<string, unknown>; opinion?: string }

/** The person's own task where they are a signer, else the one in the pool of the step. */
export async function taskAt(here: Office, caseId: string, step: string, person: Person) {
  const there = (await openTasks(here, caseId)).filter((task) => task.step === step)
  const task =
    there.find(({ assignee }) => assignee?.id === person.id) ?? there.find(({ assignee }) => assignee === null)
  if (!task) throw new Error(`${person.name} has no task at ${step}`)
  return task
}

export async function work(here: Office, person: Person, caseId: string, step: string, done: Completion = {}) {
  const { id: taskId } = await taskAt(here, caseId, step, person)
  // 会签 and 审定 are signed, under an opinion.
  return act(here.trx, person, completeTask, { taskId, opinion: '已核。', ...done })
}

/** Runs the archive steps that wait, as the worker would. */
export const runArchive = (trx: Trx) => runServiceJobs(trx, [archiveJob])
