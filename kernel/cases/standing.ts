import { ahead, ask } from '../db/packets.ts'
import { statement } from '../db/statement-names.ts'
import { strandAhead } from '../identity/audit.ts'
import type { Scope } from '../identity/can.ts'
import { notFound, Refusal } from '../problems/problem.ts'
import type { UserTask } from '../process/model.ts'
import type { CaseProcess } from './case-process.ts'
import { isUserTask, processOf, readProcess } from './publish-process.ts'
import type { CaseRow, TaskRow } from './tables.ts'
import { type CaseWork, tablesOf } from './work.ts'

/** A case held until the end of the transaction, with the version of the process it runs on. */
export type HeldCase = { row: CaseRow; process: CaseProcess }
export type HeldTask = HeldCase & { task: TaskRow; step: UserTask }

const CASE_COLUMNS = [
  'id',
  'number',
  'business',
  'process',
  'process_version',
  'forms',
  'title',
  'state',
  'result',
  'area_code',
  'organisation',
  'handlers',
  'data',
  'tokens',
  'revision',
  'opened_at',
  'opened_by',
  'closed_at',
  'clock_from',
  'clock_by',
  'limit_days',
  'due',
  'warn_from',
  'alarm_on',
] as const

export type Found = CaseRow & { digest: string | null }

/**
 * The case, and what its process is known by: one statement for both. The digest is null where the case was moved to a version
 * published in the very act this one waited for.
 */
export const casesOf = (work: Pick<CaseWork, 'trx'>) =>
  tablesOf(work)
    .selectFrom('case_')
    .select(CASE_COLUMNS)
    .select((one) =>
      one
        .selectFrom('process_definition as d')
        .select('d.digest')
        .whereRef('d.key', '=', 'case_.process')
        .whereRef('d.version', '=', 'case_.process_version')
        .as('digest'),
    )

const taskBy = (work: Pick<CaseWork, 'trx'>, id: string) =>
  tablesOf(work).selectFrom('task').selectAll().where('id', '=', id)

export async function readCase(work: Pick<CaseWork, 'trx'>, id: string): Promise<CaseRow> {
  const row = await tablesOf(work).selectFrom('case_').select(CASE_COLUMNS).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal(notFound('cases.unknown', { case: id }))
  return row
}

/** Whoever acts on a case waits here for whoever is acting on it; then reads what the other has left. */
export async function holdCase(work: CaseWork, id: string): Promise<HeldCase> {
  const found = await casesOf(work).where('case_.id', '=', id).forNoKeyUpdate('case_').executeTakeFirst()
  if (!found) throw new Refusal(notFound('cases.unknown', { case: id }))
  return withProcess(work, found)
}

export async function withProcess({ trx }: CaseWork, { digest, ...row }: Found): Promise<HeldCase> {
  const { process: key, process_version: version } = row
  return { row, process: await (digest ? processOf(trx, key, version, digest) : readProcess(trx, key, version)) }
}

export async function readTask(work: Pick<CaseWork, 'trx'>, id: string): Promise<TaskRow> {
  const task = await taskBy(work, id).executeTakeFirst()
  if (!task) throw new Refusal(notFound('cases.task.unknown', { task: id }))
  return task
}

/** The case first and the task second, everywhere, so that two acts never wait for each other. */
export async function holdTask(work: CaseWork, id: string): Promise<HeldTask> {
  const early = heldEarly.get(work.trx)
  heldEarly.delete(work.trx)
  return early?.task.id === id ? early : hold(work, id)
}

let held: ReturnType<typeof compile> | undefined
/** Put together once: they are asked by every act. */
const statements = (work: Pick<CaseWork, 'trx'>) => (held ??= compile(work))

function compile(work: Pick<CaseWork, 'trx'>) {
  const caseOfTask = casesOf(work)
    .where('case_.id', '=', (one) => one.selectFrom('task').select('case_id').where('task.id', '=', ''))
    .forNoKeyUpdate('case_')
  return [statement<Found>(caseOfTask.compile().sql), statement<TaskRow>(taskBy(work, '').compile().sql)] as const
}

/** `alsoAhead`: asks for more that may come in the same round trip, when the case is held. */
async function hold(work: CaseWork, id: string, alsoAhead = () => {}): Promise<HeldTask> {
  const [caseOfTask, taskOf] = statements(work)
  const cases = ahead(work.trx, caseOfTask(id))
  alsoAhead()
  const [task] = await ask(work.trx, taskOf(id))
  const [found] = await cases
  if (!found || !task) throw new Refusal(notFound('cases.task.unknown', { task: id }))
  const held = await withProcess(work, found)
  return { ...held, task, step: stepOf(held.process, task.step) }
}

const heldEarly = new WeakMap<CaseWork['trx'], HeldTask>()

/** For the facts of an action: the act itself, which holds the task next, finds it here. Nothing may be written between the two. The audit follows. */
export async function holdTaskEarly(work: CaseWork, id: string): Promise<HeldTask> {
  const held = await hold(work, id, () => strandAhead(work.trx))
  heldEarly.set(work.trx, held)
  return held
}

/** A task may have been done at a step its case's present version no longer has: it is shown, and offers nothing. */
export function stepOf(process: CaseProcess, id: string): UserTask {
  const step = process.steps.find((one) => one.id === id)
  return step && isUserTask(step) ? step : retired(id)
}

const retired = (id: string): UserTask => ({
  kind: 'userTask',
  id,
  title: { zh: id, en: id },
  role: '',
  verbs: [],
  form: '',
  writable: [],
  assignment: 'pool',
  transitions: [],
})

/** Where a right is needed for acts on this case. */
export const scopeOfCase = ({
  area_code,
  organisation,
  business,
}: Pick<CaseRow, 'area_code' | 'organisation' | 'business'>): Scope => ({
  area: area_code,
  organisation: organisation ?? undefined,
  business,
})

/** The same where whoever handles a part of the case may act as well: each organisation its tasks were given to. */
export const scopeOfHandled = (row: Pick<CaseRow, 'area_code' | 'organisation' | 'business' | 'handlers'>): Scope => ({
  ...scopeOfCase(row),
  ...(row.organisation && row.handlers.length > 0 && { organisation: [row.organisation, ...row.handlers] }),
})
