import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk } from '../../../ui/queries.ts'
import type { TableFilter } from '../../../ui/table/column.ts'
import { useAreas } from '../../../ui/use-areas.ts'
import { useBusinessName } from '../use-business-name.ts'

/** What can be chosen in lists of cases; it changes only when a process is published. */
export function useCaseChoices() {
  const { data } = useAsk('casework.case.choices', {}, { staleTime: 300_000 })
  return data
}

export type ListFilter = 'text' | 'lamp' | 'business' | 'step' | 'area' | 'organisation' | 'from' | 'to'

/** The filters lists of tasks and cases share, in the order of `names`; `business` narrows the steps to choose from. */
export function useListFilters(names: readonly ListFilter[], business: string | null): TableFilter[] {
  const { t, words } = useTexts()
  const businessName = useBusinessName()
  const choices = useCaseChoices()
  const areas = useAreas()
  const folded = { isFolded: true, isSearched: true } as const
  const steps = (choices?.steps ?? []).filter((one) => business === null || one.business === business)
  const all: Record<ListFilter, TableFilter> = {
    text: { name: 'text', kind: 'text', label: t('cases.text') },
    lamp: {
      name: 'lamp',
      kind: 'choice',
      label: t('cases.lamp'),
      width: 100,
      options: (['red', 'yellow', 'green'] as const).map((value) => ({ value, label: t(`lamp.${value}`) })),
    },
    business: {
      name: 'business',
      kind: 'choice',
      label: t('cases.business'),
      ...folded,
      options: (choices?.businesses ?? []).map((one) => ({
        value: one.business,
        label: businessName(one.business) === one.business ? words(one.title) : businessName(one.business),
      })),
    },
    step: {
      name: 'step',
      kind: 'choice',
      label: t('worklist.step'),
      ...folded,
      options: [...new Map(steps.map(({ step, title }) => [step, { value: step, label: words(title) }])).values()],
    },
    area: {
      name: 'area',
      kind: 'choice',
      label: t('cases.area'),
      ...folded,
      options: areas.map(({ code, name }) => ({ value: code, label: name })),
    },
    organisation: {
      name: 'organisation',
      kind: 'choice',
      label: t('worklist.organisation'),
      ...folded,
      options: (choices?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    from: { name: 'from', kind: 'day', label: t('worklist.from'), isFolded: true },
    to: { name: 'to', kind: 'day', label: t('worklist.to'), isFolded: true },
  }
  return names.map((name) => all[name])
}
