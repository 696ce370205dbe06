import type { Trx } from '../db/database.ts'
import { publishForm } from '../forms/store.ts'
import type { Person } from '../identity/can.ts'
import { newId } from '../identity/new-id.ts'
import { addPerson, grantRole, loadPerson } from '../identity/people.ts'
import type { IdentityTables } from '../identity/tables.ts'
import type { UserTask, Verb } from '../process/model.ts'
import type { CaseProcess } from './case-process.ts'
import { type NewCase, openCase } from './open-case.ts'
import { publishProcess } from './publish-process.ts'
import type { TaskRow } from './tables.ts'
import { type CaseWork, tablesOf } from './work.ts'

const title = (zh: string, en: string) => ({ title: { zh, en } })

const VERBS: Verb[] = [
  'claim',
  'complete',
  'return',
  'sendStraightBack',
  'withdraw',
  'reassign',
  'suspend',
  'forcedClaim',
]

const task = (
  id: string,
  role: string,
  to: [name: string, step: string][],
  more: Partial<UserTask> = {},
): UserTask => ({
  kind: 'userTask',
  id,
  ...title(id, id),
  role,
  verbs: VERBS,
  form: 'test.survey',
  writable: [],
  assignment: 'pool',
  transitions: to.map(([name, step]) => ({ name, to: step })),
  ...more,
})

/** screen → survey → review → end; whoever surveyed may not review. */
export const surveyProcess: CaseProcess = {
  key: 'test.survey',
  version: 1,
  ...title('调查', 'Survey'),
  business: 'landuse',
  numbers: '云调〔{year}〕{serial:4}号',
  separation: { review: ['survey'] },
  start: 'screen',
  limitDays: 20,
  steps: [
    task(
      'screen',
      'screener',
      [
        ['field', 'survey'],
        ['lawful', 'end'],
      ],
      { writable: ['conclusion'] },
    ),
    task('survey', 'surveyor', [['done', 'review']], { writable: ['DLBM', 'note'], limitDays: 5 }),
    task('review', 'reviewer', [['approve', 'end']], { writable: [], limitDays: 3 }),
    { kind: 'end', id: 'end', ...title('办结', 'Closed'), result: 'completed' },
  ],
}

export const surveyForm = {
  key: 'test.survey',
  version: 1,
  ...title('调查表', 'Survey form'),
  fields: [
    { name: 'conclusion', type: 'text' as const, required: true, ...title('结论', 'Conclusion') },
    { name: 'DLBM', type: 'text' as const, required: true, pattern: '\\d{4}', ...title('地类', 'Land class') },
    { name: 'note', type: 'multiline' as const, ...title('说明', 'Note') },
  ],
}

export type County = {
  trx: Trx
  /** screens; the whole county */
  fang: Person
  /** surveys; the whole county */
  qiang: Person
  /** surveys and reviews; the whole county */
  min: Person
  /** reviews; the whole county */
  li: Person
  /** surveys in the town 610799101 only */
  tao: Person
  as(person: Person | null, now?: Date): CaseWork
}

export const noon = new Date('2026-11-16T04:00:00Z')

const STAFF = {
  fang: { name: '王芳', roles: ['screener'], area: '610799' },
  qiang: { name: '李强', roles: ['surveyor'], area: '610799' },
  min: { name: '赵敏', roles: ['surveyor', 'reviewer'], area: '610799' },
  li: { name: '孙丽', roles: ['reviewer'], area: '610799' },
  tao: { name: '周涛', roles: ['surveyor'], area: '610799101' },
}

/** A bureau with its people, and the survey process published. */
export async function county(trx: Trx): Promise<County> {
  const tables = trx.withTables<IdentityTables>()
  const organisation = newId()
  await tables
    .insertInto('organisation')
    .values({ id: organisation, code: 'bureau', name: '云栖县局', parent: null })
    .execute()
  const roles = ['screener', 'surveyor', 'reviewer'].map((code) => ({
    code,
    title_zh: code,
    title_en: code,
    verbs: ['casework.*'],
  }))
  await tables.insertInto('role').values(roles).execute()
  const people: Record<string, Person> = {}
  for (const [login, { name, roles, area }] of Object.entries(STAFF)) {
    const person = await addPerson(trx, { login, name, organisation })
    for (const role of roles) await grantRole(trx, { person, role, area })
    people[login] = (await loadPerson(trx, person))!
  }
  await publishForm(trx, surveyForm, null, noon)
  await publishProcess(trx, surveyProcess, null, noon)
  const as = (person: Person | null, now = noon): CaseWork => ({ trx, person, now })
  return { trx, as, ...(people as Record<keyof typeof STAFF, Person>) }
}

export async function openSurvey({ as, fang }: County, more: Partial<NewCase> = {}) {
  const opened = await openCase(as(fang), 'test.survey', { title: '疑似变化图斑 1', areaCode: '610799102', ...more })
  return { ...opened, task: opened.tasks[0]! }
}

/** The one task of the case that is not done or cancelled. */
export async function openTaskOf({ trx }: County, caseId: string): Promise<TaskRow> {
  return tablesOf({ trx })
    .selectFrom('task')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('state', 'in', ['open', 'claimed', 'suspended'])
    .executeTakeFirstOrThrow()
}
