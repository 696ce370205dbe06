import { isSame } from '../../../modules/fieldwork/rules/merge-fields.ts'
import { appendOperation } from './append-operation.ts'
import { fieldDatabase, type KeptTask } from './field-database.ts'
import { readThing } from './things.ts'

type Values = Record<string, unknown>
/** What the server has of a form, with the saves that are on their way. */
type FormBase = { values: Values; revision: number }

const nameOf = (taskId: string) => `form-base/${taskId}`
/** What is typed and not saved yet lies under this name. */
export const draftOfForm = (taskId: string) => `form/${taskId}`

/** What a form of this task begins with: what was saved here and is on its way, else what the server had. */
export async function formBase(person: string, task: KeptTask): Promise<FormBase> {
  const { values = {}, revision = 0 } = task.package?.form ?? {}
  const kept = await readThing<FormBase>(person, nameOf(task.id))
  return kept && kept.revision >= revision ? kept : { values, revision }
}

/** Keeps a form as an act to be sent: the fields that were changed, and what they were before. Nothing changed is no act. */
export async function saveForm(person: string, { task }: { task: KeptTask }, filled: Values): Promise<void> {
  const base = await formBase(person, task)
  const changed = [...new Set([...Object.keys(filled), ...Object.keys(base.values)])].filter(
    (name) => !isSame(filled[name], base.values[name]),
  )
  if (changed.length === 0) return
  const of = (values: Values) => Object.fromEntries(changed.map((name) => [name, values[name] ?? null]))
  const payload = { values: of(filled), base: of(base.values) }
  await appendOperation(person, { kind: 'form.save', taskId: task.id, baseRevision: base.revision, payload })
  const next: FormBase = { values: filled, revision: base.revision + 1 }
  await (await fieldDatabase()).put('things', { person, name: nameOf(task.id), value: next })
}
