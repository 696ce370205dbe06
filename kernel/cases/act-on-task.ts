import { sql } from 'kysely'
import { later } from '../db/packets.ts'
import { updateOf } from '../db/rows.ts'
import { conflict, Refusal, refuseIf } from '../problems/problem.ts'
import type { NewEvent } from './history.ts'
import { separatedFrom } from './separation.ts'
import { onBehalfOf } from './stand-in.ts'
import { type HeldCase, type HeldTask, holdTask, holdTaskEarly, stepOf } from './standing.ts'
import type { CaseRow, TaskRow } from './tables.ts'
import { type TaskAct, type TaskFacts, taskProblem } from './task-rules.ts'
import { actorOf, type CaseWork, tablesOf } from './work.ts'

/** A held task with the one in whose place the acting person does it; null: in their own. The others: see `TaskFacts`. */
export type ActedTask = HeldTask & Pick<TaskFacts, 'behalf' | 'askedBy' | 'heldBy'>

/** The task held for the acting person; refused when the act is not, or no longer, theirs. `revision`: what they saw. */
export async function holdForAct(work: CaseWork, taskId: string, act: TaskAct, revision?: number): Promise<ActedTask> {
  const held = await holdTask(work, taskId)
  const facts = await factsAbout(work, held, held.task)
  refuseIf(taskProblem(act, facts, revision))
  return { ...held, behalf: facts.behalf, askedBy: facts.askedBy, heldBy: facts.heldBy }
}

/** The same facts for refusing an action before its work begins, never inside of it. The act that follows finds the task held. */
export async function taskFacts(work: CaseWork, taskId: string): Promise<TaskFacts> {
  const { task, ...held } = await holdTaskEarly(work, taskId)
  return factsAbout(work, held, task)
}

export async function factsAbout(work: CaseWork, { row, process }: HeldCase, task: TaskRow): Promise<TaskFacts> {
  const person = actorOf(work)
  const holderId = task.done_by ?? task.assignee
  const named = await namesOf(work, [holderId, task.on_behalf_of])
  const holder = named(holderId)
  const principal = task.assignee === person.id ? named(task.on_behalf_of) : undefined
  const behalf = principal ? { id: principal.id, name: principal.name } : (onBehalfOf(person, task) ?? null)
  return {
    task,
    caseState: row.state,
    number: row.number,
    verbs: stepOf(process, task.step).verbs,
    heldBy: holder?.name ?? null,
    heldIn: holder?.organisation ?? null,
    signers: signersAt(row, task.key),
    ...(await askedAt(work, { row, process }, task)),
    separated: await separatedFrom(work, { row, process }, task.step, behalf ? [person, behalf] : [person]),
    person,
    behalf,
  }
}

type Named = { id: string; name: string; organisation: string }

/** Of the acting person everything is known already. */
async function namesOf(work: CaseWork, ids: (string | null)[]): Promise<(id: string | null) => Named | undefined> {
  const { id: me, name, organisation } = actorOf(work)
  const others = ids.filter((id) => id !== null && id !== me)
  const known = new Map<string | null, Named>([[me, { id: me, name, organisation: organisation.id }]])
  if (others.length > 0) {
    const { rows } = await sql<Named>`select id, name, organisation from person
      where id = any(${others}::uuid[])`.execute(work.trx)
    for (const row of rows) known.set(row.id, row)
  }
  return (id) => known.get(id)
}

/** Everybody who is asked to sign, or has signed, at the stay the task belongs to. */
function signersAt({ tokens: { tokens } }: Pick<CaseRow, 'tokens'>, key: string): string[] {
  const token = tokens.find(({ tasks }) => tasks?.some(({ id }) => id === key))
  return [...(token?.tasks ?? []), ...(token?.votes ?? [])].flatMap(({ signer }) => signer ?? [])
}

/**
 * One person signs once: refuses who is asked at the same stay, now or later, or holds or has done another signature of it,
 * also one taken over or handed on.
 */
export async function refuseSecondSignature(
  { trx }: CaseWork,
  row: CaseRow,
  task: TaskRow,
  person: { id: string; name: string },
): Promise<void> {
  const token = row.tokens.tokens.find(({ tasks }) => tasks?.some(({ id }) => id === task.key))
  // Who holds the one task of a step is not a signer, even where others were asked to sign before them.
  if (token?.tasks?.find(({ id }) => id === task.key)?.signer === undefined) return
  const others = (token?.tasks ?? []).filter(({ id }) => id !== task.key)
  const asked = [...others.map(({ signer }) => signer), ...(token?.later ?? [])]
  const keys = [...others.map(({ id }) => id), ...(token?.votes ?? []).map((vote) => vote.task)]
  const { rows } = await sql<{ key: string }>`select key from task where case_id = ${row.id}
    and key = any(${keys}::text[]) and ${person.id} in (assignee, done_by) limit 1`.execute(trx)
  if (rows.length > 0 || asked.includes(person.id))
    throw new Refusal(conflict('process.signer.already', { signer: person.name }))
}

/** 前加签 at this task: asked by whom, when it is the signature; waited for how many, when it is the task itself. */
async function askedAt(
  { trx }: CaseWork,
  { row, process }: HeldCase,
  { key, step }: TaskRow,
): Promise<Pick<TaskFacts, 'coSigned' | 'askedBy' | 'awaited'>> {
  const coSigned = stepOf(process, step).coSign !== undefined
  const tasks = row.tokens.tokens.find((token) => token.tasks?.some(({ id }) => id === key))?.tasks ?? []
  const asked = coSigned ? [] : tasks.filter(({ signer }) => signer !== undefined)
  if (!asked.some(({ id }) => id === key)) return { coSigned, askedBy: null, awaited: asked.length }
  const own = tasks.find(({ signer }) => signer === undefined)
  const holder = await tablesOf({ trx })
    .selectFrom('task')
    .select('assignee')
    .where('case_id', '=', row.id)
    .where('key', '=', own?.id ?? '')
    .executeTakeFirst()
  return { coSigned, askedBy: holder?.assignee ?? '', awaited: 0 }
}

/** What the history says of an act on a task: for whom it was done, when not for oneself. */
export const entryOf = ({ task, behalf }: ActedTask, verb: string, detail: Record<string, unknown> = {}) =>
  ({
    caseId: task.case_id,
    verb,
    taskId: task.id,
    step: task.step,
    detail: { ...detail, ...(behalf && { onBehalfOf: behalf }) },
  }) satisfies NewEvent

/** Writes the change with the next revision and returns the task as it now is. */
export async function changeTask(
  work: CaseWork,
  task: TaskRow,
  change: Partial<Omit<TaskRow, 'draft'>>,
): Promise<TaskRow> {
  const revision = task.revision + 1
  await later(work.trx, updateOf('task', task.id, { ...change, revision }))
  return { ...task, ...change, revision }
}
