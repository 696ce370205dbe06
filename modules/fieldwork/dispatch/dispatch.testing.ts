import { roles } from '../../../apps/server/roles.ts'
import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import { completeTask } from '../../../kernel/cases/complete-task.ts'
import { openCase } from '../../../kernel/cases/open-case.ts'
import { publishProcess } from '../../../kernel/cases/publish-process.ts'
import type { TaskRow } from '../../../kernel/cases/tables.ts'
import { serviceDone } from '../../../kernel/cases/waits.ts'
import { tablesOf } from '../../../kernel/cases/work.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import type { Person } from '../../../kernel/identity/can.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { addPerson, grantRole, loadPerson } from '../../../kernel/identity/people.ts'
import type { IdentityTables } from '../../../kernel/identity/tables.ts'
import { plot } from '../../../kernel/layers/sample-patches.testing.ts'
import type { UserTask } from '../../../kernel/process/model.ts'

const title = (zh: string) => ({ title: { zh, en: zh } })
const step = (id: string, zh: string, role: string, ways: UserTask['transitions']): UserTask => ({
  ...{ kind: 'userTask', id, ...title(zh), role, assignment: 'pool', form: '', writable: [] },
  verbs: ['claim', 'complete', 'reassign', 'forcedClaim', 'withdraw', 'return'],
  transitions: ways,
})

/** Field work, a check by the program, a review. */
export const patrol: CaseProcess = {
  ...{
    key: 'test.patrol',
    version: 1,
    ...title('测量标志巡查'),
    business: 'patrol',
    numbers: '巡〔{year}〕{serial:4}',
  },
  start: 'field',
  steps: [
    step('field', '现场巡查', 'investigator', [
      { name: 'submit', to: 'check' },
      { name: 'noSurvey', to: 'office' },
    ]),
    {
      kind: 'serviceTask',
      id: 'check',
      ...title('检查'),
      job: 'test.check',
      retries: 1,
      transitions: [{ name: 'done', to: 'review' }],
    },
    step('review', '审核', 'reviewer', [{ name: 'approve', to: 'end' }]),
    step('office', '内业', 'reviewer', [{ name: 'done', to: 'end' }]),
    { kind: 'end', id: 'end', ...title('办结'), result: 'completed' },
  ],
}

/**
 * For tests only: an institute with its administrator (Chen Lei) and two investigators, another company with one, a reviewer,
 * and cases in two towns: `open(town, x)` makes one and gives its field task.
 */
export async function dispatchStation(trx: Trx) {
  const now = new Date()
  const tables = trx.withTables<IdentityTables>()
  for (const { code, title_zh, title_en, verbs } of roles)
    await tables.insertInto('role').values({ code, title_zh, title_en, verbs }).execute()
  const organisation = async (name: string, parent: string | null = null) => {
    const id = newId()
    await tables.insertInto('organisation').values({ id, code: id, name, parent }).execute()
    return id
  }
  const institute = await organisation('云中测绘院')
  const branch = await organisation('云中测绘院东部分院', institute)
  const company = await organisation('远山测绘公司')
  const hire = async (name: string, home: string, grants: [role: string, area: string][]): Promise<Person> => {
    const id = await addPerson(trx, { login: `p-${newId()}`, name, organisation: home })
    for (const [role, area] of grants) await grantRole(trx, { person: id, role, area })
    return (await loadPerson(trx, id, now))!
  }
  const chenlei = await hire('陈磊', institute, [['field-administrator', '610799']])
  const madong = await hire('马东', institute, [['investigator', '610799']])
  const liuxiaofeng = await hire('刘晓峰', branch, [['investigator', '610799100']])
  const zhouping = await hire('周平', company, [['investigator', '610799']])
  const sunlihua = await hire('孙丽华', company, [['reviewer', '610799']])
  await publishProcess(trx, patrol, null, now)
  const work = { trx, person: madong, now }
  const open = async (town: string, x = 0, more: { organisation?: string; data?: Record<string, unknown> } = {}) => {
    const { tasks } = await openCase(work, 'test.patrol', {
      ...{ title: `标志 ${town} ${x}`, areaCode: town, scope: plot(x, 0, x + 100, 100), ...more },
    })
    return tasks[0]!
  }
  const read = (id: string): Promise<TaskRow> =>
    tablesOf({ trx }).selectFrom('task').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const startJob = async () => newId()
  const submit = (person: Person, id: string) =>
    completeTask({ trx, person, now: new Date(), startJob }, id, { outcome: 'submit' })
  /** Handed in and checked; answers the review. */
  const handIn = async (person: Person, id: string): Promise<TaskRow> => {
    const { caseId } = await submit(person, id)
    const { tokens } = await tablesOf({ trx })
      .selectFrom('case_')
      .select('tokens')
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow()
    const moved = await serviceDone({ trx, person: null, now: new Date(), startJob }, caseId, tokens.tokens[0]!.id, {})
    return moved.created[0]!
  }
  return {
    trx,
    institute,
    branch,
    company,
    chenlei,
    madong,
    liuxiaofeng,
    zhouping,
    sunlihua,
    open,
    read,
    submit,
    handIn,
  }
}
