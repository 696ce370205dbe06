import type { Person } from '../identity/can.ts'
import { newId } from '../identity/new-id.ts'
import { addPerson, grantRole, loadPerson } from '../identity/people.ts'
import type { IdentityTables } from '../identity/tables.ts'
import type { CoSign, UserTask, Verb } from '../process/model.ts'
import type { CaseProcess } from './case-process.ts'
import { completeTask } from './complete-task.ts'
import { type County, noon } from './county.testing.ts'
import { openCase } from './open-case.ts'
import { publishProcess } from './publish-process.ts'
import type { TaskRow } from './tables.ts'
import { tablesOf } from './work.ts'

const title = (zh: string) => ({ zh, en: zh })

const VERBS: Verb[] = [
  'claim',
  'complete',
  'return',
  'sendStraightBack',
  'withdraw',
  'reassign',
  'forcedClaim',
  'delegate',
  'addSigner',
  'removeSigner',
]

const task = (id: string, role: string, ways: [string, string][], more: Partial<UserTask> = {}): UserTask => ({
  kind: 'userTask',
  id,
  title: title(id),
  role,
  verbs: VERBS,
  form: '',
  writable: [],
  assignment: 'pool',
  transitions: ways.map(([name, to]) => ({ name, to })),
  ...more,
})

/** accept → two branches at once: survey, and a consultation that is co-signed → approve → end. Who accepted may not approve. */
export const approval = (coSign: Partial<CoSign> = {}): CaseProcess => ({
  key: 'test.approval',
  version: 1,
  title: title('用地审批'),
  business: 'landuse',
  numbers: '审〔{year}〕{serial:4}号',
  separation: { approve: ['accept', 'survey', 'opener', 'data.applicant'] },
  start: 'accept',
  limitDays: 20,
  steps: [
    task('accept', 'screener', [['on', 'both']]),
    {
      kind: 'split',
      id: 'both',
      title: title('并行'),
      transitions: [
        { name: 'survey', to: 'survey' },
        { name: 'consult', to: 'consult' },
      ],
    },
    task('survey', 'surveyor', [['done', 'together']], { limitDays: 5 }),
    task(
      'consult',
      'reviewer',
      [
        ['agree', 'together'],
        ['refuse', 'together'],
      ],
      { coSign: { signers: 'signers', pass: 'agree', otherwise: 'refuse', need: 2, ...coSign } },
    ),
    { kind: 'join', id: 'together', title: title('汇合'), split: 'both', transitions: [{ name: 'on', to: 'approve' }] },
    task('approve', 'reviewer', [['approve', 'end']]),
    { kind: 'end', id: 'end', title: title('办结'), result: 'completed' },
  ],
})

/** Filed and accepted by Fang: Qiang, Min and Li are asked to sign. */
export async function atConsultation(here: County, coSign: Partial<CoSign> = {}, data: Record<string, unknown> = {}) {
  await publishProcess(here.trx, approval(coSign), null, noon)
  const signers = [here.qiang.id, here.min.id, here.li.id]
  const request = { title: '临时用地', areaCode: '610799102', data: { signers, ...data } }
  const { id, number, tasks } = await openCase(here.as(here.fang), 'test.approval', request)
  await completeTask(here.as(here.fang), tasks[0]!.id, {})
  return { id, number, accepted: tasks[0]! }
}

/** The open task of a step, and where it is co-signed of that person. */
export async function taskAt({ trx }: County, caseId: string, step: string, signer?: Person): Promise<TaskRow> {
  let query = tablesOf({ trx }).selectFrom('task').selectAll().where('case_id', '=', caseId).where('step', '=', step)
  query = query.where('state', 'in', ['open', 'claimed', 'suspended'])
  if (signer) query = query.where('assignee', '=', signer.id)
  return query.executeTakeFirstOrThrow()
}

export async function openSteps({ trx }: County, caseId: string): Promise<string[]> {
  const rows = await tablesOf({ trx })
    .selectFrom('task')
    .select('step')
    .where('case_id', '=', caseId)
    .where('state', 'in', ['open', 'claimed'])
    .orderBy('step')
    .execute()
  return rows.map(({ step }) => step)
}

/** Another surveyor, of the surveying institute. */
export async function ofInstitute({ trx }: County): Promise<Person> {
  const organisation = newId()
  const tables = trx.withTables<IdentityTables>()
  await tables
    .insertInto('organisation')
    .values({ id: organisation, code: 'institute', name: '测绘院', parent: null })
    .execute()
  const id = await addPerson(trx, { login: 'wuhao', name: '吴昊', organisation })
  await grantRole(trx, { person: id, role: 'surveyor', area: '610799' })
  return (await loadPerson(trx, id))!
}
