import { useTexts, type Words } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { CaseProcess } from '../../../../kernel/cases/case-process.ts'
import { transitionsOf } from '../../../../kernel/process/model.ts'
import { useStepTitle } from '../use-step-title.ts'
import type { Names } from './say-part.ts'

/** What steps, ways, roles, forms and fields of these processes are called; a name nobody knows stands for itself. */
export function useNames(processes: CaseProcess[]): Names {
  const { t, has, words } = useTexts()
  const { can } = useSession()
  const titleOf = useStepTitle()
  const { data } = useAsk(
    'processes.known',
    {},
    { staleTime: Number.POSITIVE_INFINITY, enabled: can('processes.known') },
  )
  const steps = new Map(processes.flatMap((one) => one.steps.map((step) => [step.id, step] as const)))
  const titled = (some: { title?: Words } | undefined, name: string) => words(some?.title) || name
  const fields = (data?.forms ?? []).flatMap((form) => [
    ...form.fields,
    ...form.sections.map(({ name, title }) => ({ name: `section:${name}`, title })),
  ])
  return {
    t,
    has,
    words,
    step: (id) => (steps.has(id) ? titleOf(steps.get(id)!) : id),
    way: (step, name) => {
      const of = steps.get(step)
      return titled(of && transitionsOf(of).find((way) => way.name === name), name)
    },
    role: (code) =>
      titled(
        data?.roles.find((one) => one.code === code),
        code,
      ),
    form: (key) =>
      titled(
        data?.forms.find((one) => one.key === key),
        key,
      ),
    field: (name) =>
      titled(
        fields.find((one) => one.name === name),
        name,
      ),
    process: (key) =>
      titled(
        data?.processes.find((one) => one.key === key),
        key,
      ),
  }
}
