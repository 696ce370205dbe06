import { sql } from 'kysely'
import type { Lamp } from '../calendar/clock.ts'
import { checkForm } from '../forms/check-form.ts'
import type { FormDefinition, FormIssue, FormValues } from '../forms/definition.ts'
import { readForm } from '../forms/store.ts'
import { readWkb } from '../geometry/codecs/wkb.ts'
import type { MultiPolygon } from '../geometry/types.ts'
import type { Title } from '../process/model.ts'
import type { OpenTask } from '../process/state.ts'
import { factsAbout } from './act-on-task.ts'
import { fieldsOf } from './complete-task.ts'
import { aroundForm } from './forms/form-around.ts'
import { lampOf, today } from './limits.ts'
import { readProcess } from './publish-process.ts'
import { type HeldCase, readCase, stepOf } from './standing.ts'
import type { TaskRow, TaskState } from './tables.ts'
import { isSigned } from './talk/signatures.ts'
import { type TaskAct, taskProblem } from './task-rules.ts'
import type { CaseWork } from './work.ts'

/** A task of a case, with what may be done with it by the reader. */
export type TaskView = {
  id: string
  step: string
  stepTitle: Title
  /** of a step gone once for each of a list: which of it */
  item: string | null
  state: TaskState
  reason: string
  assignee: { id: string; name: string } | null
  /** the reader holds it, or it was given to them */
  mine: boolean
  /** what the reader may do now: «casework.task.claim», or the business's own act for `complete` */
  verbs: TaskAct[]
  outcomes: { name: string; title: Title }[]
  /** what is decided here is signed by hand */
  signed: boolean
  /** 前加签: who is asked to sign before this task is decided and has not yet, each by their task */
  waitsFor: { taskId: string; name: string }[]
  /** steps it can be returned to, the latest passed first */
  returnTo: { step: string; title: Title }[]
  outcome: string | null
  /** only while it is to be done */
  form: FormDefinition | null
  writable: string[]
  /** asked for at this step beyond the form's own; not shown at it */
  required: string[]
  hidden: string[]
  draft: FormValues | null
  /** what still keeps the form, with the draft, from being submitted */
  issues: FormIssue[]
  openedAt: Date
  doneAt: Date | null
  due: string | null
  lamp: Lamp
  revision: number
}

const ACTS: TaskAct[] = [
  'claim',
  'unclaim',
  'saveDraft',
  'complete',
  'return',
  'sendStraightBack',
  'withdraw',
  'reassign',
  'forceClaim',
  'addSigner',
  'removeSigner',
  'delegate',
  'resolve',
  'recall',
  'sign',
  'askExtension',
]

/** The tasks of a case, those still to be done before the others, the latest first. */
export async function viewTasks(work: CaseWork, caseId: string): Promise<TaskView[]> {
  const row = await readCase(work, caseId)
  const process = await readProcess(work.trx, row.process, row.process_version)
  const { rows } = await sql<
    TaskRow & { name: string | null }
  >`select t.*, p.name from task t left join person p on p.id = t.assignee
    where t.case_id = ${caseId} order by t.state in ('done', 'cancelled'), t.opened_at desc, t.id desc`.execute(
    work.trx,
  )
  const views: TaskView[] = []
  for (const { name, ...task } of rows) {
    const waitsFor = askedBefore({ row, process }, task).flatMap(({ id }) => {
      const asked = rows.find(({ key }) => key === id)
      return asked ? [{ taskId: asked.id, name: asked.name ?? '' }] : []
    })
    views.push({ ...(await viewTask(work, { row, process }, task, name)), waitsFor })
  }
  return views
}

/** 前加签: the signatures a task of one person waits for. */
function askedBefore({ row, process }: HeldCase, { key, step }: TaskRow): OpenTask[] {
  if (stepOf(process, step).coSign) return []
  const tasks = row.tokens.tokens.find((token) => token.tasks?.some(({ id }) => id === key))?.tasks ?? []
  return tasks.find(({ id }) => id === key)?.signer === undefined ? tasks.filter(({ signer }) => signer) : []
}

/** Asked to sign before whoever holds the task decides: nothing is filled in, no way is chosen. */
function isAskedBefore({ row, process }: HeldCase, { key, step }: TaskRow): boolean {
  const task = row.tokens.tokens.flatMap(({ tasks }) => tasks ?? []).find(({ id }) => id === key)
  return task?.signer !== undefined && !stepOf(process, step).coSign
}

async function viewTask(
  work: CaseWork,
  held: HeldCase,
  task: TaskRow,
  name: string | null,
): Promise<Omit<TaskView, 'waitsFor'>> {
  const { id, step: stepId, state, reason, assignee, due, outcome, revision } = task
  const step = stepOf(held.process, stepId)
  const isMine = assignee === work.person?.id && (state === 'open' || state === 'claimed')
  const isOpen = state === 'open' || state === 'claimed' || state === 'suspended'
  const onlySigns = isAskedBefore(held, task)
  const ways = onlySigns ? [] : step.transitions
  return {
    id,
    step: stepId,
    stepTitle: step.title,
    item: task.item,
    state,
    reason,
    assignee: assignee && name ? { id: assignee, name } : null,
    mine: isMine,
    verbs: await verbsOf(work, held, task),
    returnTo: isOpen ? passedBefore(held, task) : [],
    outcomes: ways.map((transition) => ({ name: transition.name, title: transition.title ?? step.title })),
    outcome,
    signed: isSigned(held.process, stepId),
    ...(isOpen ? await formOf(work, held, task, isMine && !onlySigns) : NO_FORM),
    ...(onlySigns && { writable: [], required: [] }),
    openedAt: task.opened_at,
    doneAt: task.done_at,
    due: due === 'infinity' ? null : due,
    lamp: lampOf(task, today(work.now)),
    revision,
  }
}

/** Of what is over only its doer can take something back: for a long history nothing else is asked. */
async function verbsOf(work: CaseWork, held: HeldCase, task: TaskRow): Promise<TaskAct[]> {
  const me = work.person?.id
  if (task.state === 'cancelled' || (task.state === 'done' && task.done_by !== me)) return []
  const facts = await factsAbout(work, held, task)
  return ACTS.filter((act) => taskProblem(act, facts) === undefined && isPossible(act, held, task, me))
}

/** What the flow itself would refuse: there is nothing to send back to, or somebody has acted since. */
function isPossible(
  act: TaskAct,
  { row, process }: HeldCase,
  { key, state, assignee }: TaskRow,
  me: string | undefined,
): boolean {
  const token = row.tokens.tokens.find(({ tasks }) => tasks?.some(({ id }) => id === key))
  if (act === 'claim') return state === 'open' || assignee !== me
  if (act === 'removeSigner') return assignee !== me
  if (act === 'askExtension')
    return process.extension !== undefined && row.clock_from !== null && row.limit_days !== null
  if (act === 'forceClaim') return !(state === 'claimed' && assignee === me)
  if (act === 'sendStraightBack') return token?.back !== undefined
  if (act === 'return') return token?.trail.some(({ step }) => step !== token.step) ?? false
  if (act !== 'withdraw') return true
  return key in row.tokens.undo || row.tokens.tokens.some(({ votes }) => votes?.some(({ task }) => task === key))
}

function passedBefore({ row, process }: HeldCase, { key }: TaskRow): TaskView['returnTo'] {
  const token = row.tokens.tokens.find(({ tasks }) => tasks?.some(({ id }) => id === key))
  const passed = token?.trail.filter(({ step }) => step !== token.step) ?? []
  return passed.toReversed().map(({ step }) => ({ step, title: stepOf(process, step).title }))
}

type FormView = Pick<TaskView, 'form' | 'writable' | 'required' | 'hidden' | 'draft' | 'issues'>
const NO_FORM: FormView = { form: null, writable: [], required: [], hidden: [], draft: null, issues: [] }

async function formOf(work: CaseWork, { row, process }: HeldCase, task: TaskRow, isMine: boolean): Promise<FormView> {
  const step = stepOf(process, task.step)
  if (!step.form) return NO_FORM
  const form = await readForm(work.trx, step.form, row.forms[step.form])
  // A draft is its writer's until it is submitted, while the case stands still too.
  const draft = task.assignee === work.person?.id ? task.draft : null
  const values = { ...fieldsOf(form, row.data), ...draft }
  const around = await aroundForm(work, row.id, form, values)
  const { writable, required = [], hidden = [] } = step
  return { form, writable, required, hidden, draft, issues: isMine ? checkForm(form, values, step, around) : [] }
}

/** EPSG:4524, metres. */
export async function scopeOf({ trx }: Pick<CaseWork, 'trx'>, caseId: string): Promise<MultiPolygon | null> {
  const { rows } = await sql<{
    scope: Uint8Array | null
  }>`select st_asewkb(scope) as scope from case_ where id = ${caseId}`.execute(trx)
  const reading = rows[0]?.scope && readWkb(rows[0].scope)
  return reading && reading.type === 'MultiPolygon' ? reading.coordinates : null
}

export async function areaNameOf({ trx }: Pick<CaseWork, 'trx'>, code: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from area where code = ${code}`.execute(trx)
  return rows[0]?.name ?? code
}
