import type { CaseView } from '../../ui/case-view.ts'
import { Section } from '../../ui/components/section.tsx'
import { FormRenderer } from '../../ui/form/form-renderer.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'

/** Every form the case has been through, to be read. */
export function CaseData({ case: { tasks, data } }: { case: CaseView }) {
  const { words } = useTexts()
  const forms = new Map(tasks.flatMap(({ form }) => (form ? [[form.key, form] as const] : [])))
  return [...forms.values()].map((form) => (
    <Section key={form.key} title={words(form.title)}>
      <FormRenderer definition={form} values={data} />
    </Section>
  ))
}
