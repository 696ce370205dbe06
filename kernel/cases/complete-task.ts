import { checkForm, mergeValues } from '../forms/check-form.ts'
import type { FormDefinition, FormIssue, FormValues } from '../forms/definition.ts'
import { readForm } from '../forms/store.ts'
import { invalid, Refusal } from '../problems/problem.ts'
import type { ProcessEvent } from '../process/state.ts'
import { type ActedTask, changeTask, entryOf, holdForAct } from './act-on-task.ts'
import { aroundForm } from './forms/form-around.ts'
import { keepFormFiles } from './forms/form-files.ts'
import type { HeldTask } from './standing.ts'
import { notify } from './talk/notices.ts'
import { addOpinion } from './talk/opinions.ts'
import { signatureFor } from './talk/signatures.ts'
import { type Moved, transition } from './transition.ts'
import { actorOf, type CaseWork } from './work.ts'

/**
 * `data`: what the person filled into the step's form; checked, and only writable fields are taken.
 * `facts`: what the business itself found out; kept beside the form's fields, unchecked.
 */
export type Completion = {
  outcome?: string
  data?: FormValues
  facts?: Record<string, unknown>
  /** the step is left without its form, as where nothing was to be surveyed */
  isUnfilled?: true
  opinion?: string
  revision?: number
}

/** 办理/提交. A task still in one's pool is claimed on the way. */
export async function completeTask(work: CaseWork, taskId: string, completion: Completion): Promise<Moved> {
  const held = await holdForAct(work, taskId, 'complete', completion.revision)
  const data = await mergeCompletion(work, held, completion)
  const { outcome } = completion
  // Conditions see the merged data; the interpreter is not given them twice.
  return finish(work, held, { type: 'completeTask', task: held.task.key, outcome }, 'complete', { ...completion, data })
}

/** 直送: what was returned goes straight back to who returned it. */
export async function sendStraightBack(
  work: CaseWork,
  taskId: string,
  completion: Omit<Completion, 'outcome'>,
): Promise<Moved> {
  const held = await holdForAct(work, taskId, 'sendStraightBack', completion.revision)
  const data = await mergeCompletion(work, held, completion)
  return finish(work, held, { type: 'sendStraightBack', task: held.task.key }, 'sendStraightBack', {
    ...completion,
    data,
  })
}

/** 签署: what somebody was asked for before the step is decided by another (前加签). It needs words, and decides nothing. */
export async function sign(work: CaseWork, taskId: string, opinion: string, revision?: number): Promise<Moved> {
  const held = await holdForAct(work, taskId, 'sign', revision)
  const { task, row, step, askedBy } = held
  const event: ProcessEvent = { type: 'completeTask', task: task.key }
  const moved = await finish(work, held, event, 'sign', { outcome: 'signed', opinion })
  const params = { number: row.number, by: actorOf(work).name, text: opinion, step: step.title.zh }
  if (askedBy) await notify(work, [askedBy], { caseId: row.id, kind: 'signed', params })
  return moved
}

type ReturnTarget = 'previous' | 'starter' | { step: string }
/** `scope`: whether parallel branches go on (`branch`) or are cancelled when the target lies before their split (`all`). */
export type Return = { to: ReturnTarget; scope?: 'branch' | 'all'; reason: string; revision?: number }

/** 退回, with a reason. */
export async function returnTask(
  work: CaseWork,
  taskId: string,
  { to, scope = 'branch', reason, revision }: Return,
): Promise<Moved> {
  const held = await holdForAct(work, taskId, 'return', revision)
  const event: ProcessEvent = { type: 'returnTo', task: held.task.key, to, scope }
  const moved = await finish(work, held, event, 'return', {
    outcome: 'returned',
    opinion: reason,
    detail: { to, scope },
  })
  await tellReturned(work, moved, reason)
  return moved
}

/** Whoever has to do it again is told why at once, in the office and outdoors. */
async function tellReturned(work: CaseWork, { caseId, number, created }: Moved, reason: string): Promise<void> {
  const params = { number, by: actorOf(work).name, reason }
  for (const { id: taskId, assignee } of created) {
    if (assignee) await notify(work, [assignee], { caseId, taskId, kind: 'returned', params })
  }
}

type Finish = { outcome?: string; data?: FormValues; opinion?: string; detail?: Record<string, unknown> }

async function finish(work: CaseWork, held: ActedTask, event: ProcessEvent, verb: string, end: Finish): Promise<Moved> {
  const { task } = held
  const { outcome = null, opinion, data, detail } = end
  const signature = verb === 'return' ? undefined : await signatureFor(work, held.process, task.step, opinion)
  if (opinion) await addOpinion(work, held.row.id, opinion, task, signature)
  const entry = entryOf(held, verb, { ...detail, ...(outcome && { outcome }), ...(opinion && { opinion }) })
  await changeTask(work, task, {
    state: 'done',
    assignee: actorOf(work).id,
    claimed_at: task.claimed_at ?? work.now,
    done_at: work.now,
    done_by: actorOf(work).id,
    on_behalf_of: held.behalf?.id ?? null,
    outcome,
  })
  return transition(work, held, event, { entry, data })
}

/** The case's data with what this completion adds; every fault of the form refuses it. */
async function mergeCompletion(work: CaseWork, held: HeldTask, completion: Completion): Promise<FormValues> {
  const { data, facts, isUnfilled } = completion
  if (isUnfilled) return { ...held.row.data, ...facts }
  const merged = await mergeForm(work, held, data ?? {})
  if ('issues' in merged) throw new Refusal(formProblem(held.task.step, merged.issues))
  return { ...held.row.data, ...merged.values, ...facts }
}

async function mergeForm(
  work: CaseWork,
  { row, step }: Pick<HeldTask, 'row' | 'step'>,
  data: FormValues,
): Promise<{ values: FormValues } | { issues: FormIssue[] }> {
  if (!step.form) {
    const [stranger] = Object.keys(data)
    return stranger === undefined ? { values: {} } : { issues: [{ code: 'forms.unknown-field', field: stranger }] }
  }
  const form = await readForm(work.trx, step.form, row.forms[step.form])
  const before = fieldsOf(form, row.data)
  const { values, issues } = mergeValues(form, before, data, step, work.person?.id)
  const found = [...issues, ...checkForm(form, values, step, await aroundForm(work, row.id, form, values))]
  // A field that has become hidden is emptied, not left over from before.
  const emptied = Object.fromEntries(form.fields.map(({ name }) => [name, values[name] ?? null]))
  if (found.length > 0) return { issues: found }
  await keepFormFiles(work, row.id, form, before, values)
  return { values: emptied }
}

export const fieldsOf = (form: FormDefinition, data: FormValues): FormValues =>
  Object.fromEntries(form.fields.flatMap(({ name }) => (name in data ? [[name, data[name]]] : [])))

function formProblem(step: string, issues: FormIssue[]) {
  const [first] = issues
  return invalid('cases.form.not-complete', { step, field: first!.field, issue: first!.code, count: issues.length })
}
