import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import type { Step, UserTask } from '../../../kernel/process/model.ts'
import { type Finding, finding } from './finding.ts'
import type { KnownForm, KnownNames } from './known.ts'

/** Fields exist on the form they are named for, and a case can be filed and worked on at the desk at all. */
export function checkForms({ steps, filing }: CaseProcess, known: KnownNames): Finding[] {
  const forms = new Map(known.forms.map((form) => [form.key, form]))
  const tasks = steps.filter((step): step is UserTask => step.kind === 'userTask')
  return [
    ...(filing ? checkFiling(filing, forms) : [finding('no-filing', {}, 'warning')]),
    ...tasks.flatMap((task) => [...unknownFields(task, forms), ...checkTask(task)]),
    ...steps
      .filter(isUnchosen)
      .map(({ id, kind }) => finding('not-chosen', { step: id, what: `processes.chosen.${kind}` })),
    ...neverWritten(tasks, filing, forms),
  ]
}

const isUnchosen = (step: Step): boolean =>
  (step.kind === 'serviceTask' && step.job === '') ||
  (step.kind === 'decision' && step.decision === '') ||
  (step.kind === 'subCase' && step.process === '')

function checkFiling({ form, writable }: NonNullable<CaseProcess['filing']>, forms: Map<string, KnownForm>): Finding[] {
  const known = forms.get(form)
  if (!known) return [finding('filing-form-unknown', { form })]
  if (writable === 'all') return []
  const strangers = writable.filter((name) => !hasField(known, name))
  return strangers.map((field) => finding('filing-field-unknown', { form, field }))
}

const hasField = ({ fields }: KnownForm, name: string): boolean =>
  name.startsWith('section:') || fields.some((field) => field.name === name)

function unknownFields({ id, form, writable }: UserTask, forms: Map<string, KnownForm>): Finding[] {
  const known = forms.get(form)
  if (!known) return form === '' && writable.length > 0 ? [finding('fields-without-form', { step: id })] : []
  const strangers = writable.filter((name) => !hasField(known, name))
  return strangers.map((field) => finding('field-unknown', { step: id, form, field }))
}

/** Without these a task could only be taken over, never done. */
function checkTask({ id, verbs, role, title, limitDays }: UserTask): Finding[] {
  const missing = (['claim', 'complete'] as const).filter((verb) => !verbs.includes(verb))
  return [
    ...missing.map((verb) => finding('verb-missing', { step: id, verb })),
    ...(role === '' ? [finding('no-role', { step: id })] : []),
    ...(title.zh === id ? [finding('untitled', { step: id }, 'warning')] : []),
    ...(limitDays === undefined ? [finding('no-limit', { step: id }, 'warning')] : []),
  ]
}

/** A field that must be filled in, on a form in use, that no step may write: it stays empty for ever. */
function neverWritten(tasks: UserTask[], filing: CaseProcess['filing'], forms: Map<string, KnownForm>): Finding[] {
  const used = [...new Set([...tasks.map(({ form }) => form), ...(filing ? [filing.form] : [])])]
  const writers = [...tasks, ...(filing ? [filing] : [])]
  const writes = (form: string, name: string) =>
    writers.some((one) => one.form === form && (one.writable === 'all' || isNamed(one.writable, name)))
  return used.flatMap((key) => {
    const fields = forms.get(key)?.fields.filter(({ required, name }) => required && !writes(key, name)) ?? []
    return fields.map(({ name }) => finding('never-written', { form: key, field: name }, 'warning'))
  })
}

const isNamed = (writable: string[], name: string): boolean =>
  writable.includes(name) || writable.some((one) => one.startsWith('section:'))
