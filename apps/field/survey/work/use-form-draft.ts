import { useState } from 'react'
import type { FormValues } from '../../../../kernel/forms/definition.ts'
import { useKept } from '../../store/changes.ts'
import { draftOfForm, formBase, saveTyped } from '../../store/forms.ts'
import { keepThing, readThing } from '../../store/things.ts'
import type { TaskWork } from '../../store/use-task-work.ts'

/** What stands in a task's form: typed here, else saved here or on the server. Undefined until it is read. */
export type Filled = { values: FormValues; isDraft: boolean; isSaved: boolean }

export const useFilled = (person: string, { task }: TaskWork): Filled | undefined =>
  useKept(async () => {
    const draft = await readThing<FormValues>(person, draftOfForm(task.id))
    const base = await formBase(person, task)
    return { values: draft ?? base.values, isDraft: draft !== undefined, isSaved: base.revision > 0 }
  }, `form ${task.id} ${task.package?.form.revision}`)

/** The form while it is typed into: every letter is kept at once, and saved as an act when asked. */
export function useFormTyping(person: string, work: TaskWork) {
  const filled = useFilled(person, work)
  const [typed, setTyped] = useState<FormValues>()
  const change = (values: FormValues) => {
    setTyped(values)
    void keepThing(person, draftOfForm(work.task.id), values)
  }
  const save = async () => {
    await saveTyped(person, work)
    // What was typed meanwhile stays.
    setTyped((now) => (now === typed ? undefined : now))
  }
  return { filled, values: typed ?? filled?.values, change, save }
}
