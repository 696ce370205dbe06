import { isSame } from '../../../modules/fieldwork/rules/merge-fields.ts'
import { appendComposed } from './append-operation.ts'
import type { KeptTask } from './field-database.ts'
import { readThing } from './things.ts'

type Values = Record<string, unknown>
/** What the server has of a form, with the saves that are on their way. */
type FormBase = { values: Values; revision: number }

const nameOf = (taskId: string) => `form-base/${taskId}`
/** What is typed and not saved yet lies under this name. */
export const draftOfForm = (taskId: string) => `form/${taskId}`

/** What a form of this task begins with: what was saved here and is on its way, else what the server had. */
export const formBase = async (person: string, task: KeptTask): Promise<FormBase> =>
  newerOf(await readThing<FormBase>(person, nameOf(task.id)), task)

function newerOf(kept: FormBase | undefined, task: KeptTask): FormBase {
  const { values = {}, revision = 0 } = task.package?.form ?? {}
  return kept && kept.revision >= revision ? kept : { values, revision }
}

/**
 * Keeps what was typed of a form as an act to be sent: the fields that were changed, and what they were before. Nothing changed is no act.
 * A letter typed meanwhile comes before or after all of it: it is sent too, or is a draft again.
 */
export const saveTyped = (person: string, { task }: { task: KeptTask }): Promise<void> =>
  appendComposed(person, async (work) => {
    const things = work.objectStore('things')
    const [draft, known] = [[person, draftOfForm(task.id)] as Key, [person, nameOf(task.id)] as Key]
    const filled = (await things.get(draft))?.value as Values | undefined
    if (filled === undefined) return
    const base = newerOf((await things.get(known))?.value as FormBase | undefined, task)
    await things.delete(draft)
    const changed = changedOf(filled, base.values)
    if (!changed) return
    await things.put({ person, name: nameOf(task.id), value: { values: filled, revision: base.revision + 1 } })
    return { kind: 'form.save', taskId: task.id, baseRevision: base.revision, payload: changed }
  })

type Key = [person: string, name: string]

function changedOf(filled: Values, before: Values): { values: Values; base: Values } | undefined {
  const names = [...new Set([...Object.keys(filled), ...Object.keys(before)])].filter(
    (name) => !isSame(filled[name], before[name]),
  )
  const of = (values: Values) => Object.fromEntries(names.map((name) => [name, values[name] ?? null]))
  return names.length > 0 ? { values: of(filled), base: of(before) } : undefined
}
