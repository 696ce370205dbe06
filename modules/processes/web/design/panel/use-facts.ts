import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import type { Editing } from './editing.ts'
import type { Option } from './property-choices.tsx'

/** The fields of the forms this process uses: what expressions can ask for, and answers can be kept as; of one type only. */
export function useFacts({ known, process }: Editing, type?: string): Option[] {
  const { words } = useTexts()
  const forms = new Set([
    process?.filing?.form,
    ...(process?.steps.flatMap((step) => (step.kind === 'userTask' ? step.form : [])) ?? []),
  ])
  const used = known.forms.flatMap((form) => (forms.has(form.key) ? form.fields : []))
  const fields = type === undefined ? used : used.filter((field) => field.type === type)
  const unique = new Map(fields.map(({ name, title }) => [name, title]))
  return [...unique].map(([value, title]) => ({ value, label: `${words(title)} (${value})` }))
}
