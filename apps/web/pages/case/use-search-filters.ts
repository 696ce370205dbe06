import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { TableFilter } from '../../../ui/table/column.ts'
import { useCaseChoices, useListFilters } from '../lists/use-list-filters.ts'
import { WITHIN } from './area-search.tsx'

const STATES = ['running', 'suspended', 'ended', 'closedIrregularly'] as const
/** Searchable fields of forms stand in the address as «f.QLR». */
const FIELD = 'f.'

/** Everything cases can be found by: what all have, and the searchable fields of their forms. */
export function useSearchFilters(business: string | null): TableFilter[] {
  const { t, words } = useTexts()
  const fields = useCaseChoices()?.fields ?? []
  const [text, ...others] = useListFilters(
    ['text', 'business', 'step', 'lamp', 'area', 'organisation', 'from', 'to'],
    business,
  )
  const named: Record<string, string> = { from: t('cases.openedFrom'), to: t('cases.openedTo') }
  return [
    text!,
    {
      name: 'state',
      kind: 'choice',
      label: t('common.state'),
      options: STATES.map((value) => ({ value, label: t(`cases.state.${value}`) })),
    },
    ...others.map((one) => ({ ...one, isFolded: true, label: named[one.name] ?? one.label })),
    { name: 'closedFrom', kind: 'day', label: t('cases.closedFrom'), isFolded: true },
    { name: 'closedTo', kind: 'day', label: t('cases.closedTo'), isFolded: true },
    { name: WITHIN, kind: 'hidden', label: t('cases.within'), isFolded: true, text: t('cases.within.drawn') },
    ...fields
      .filter((field, index) =>
        // Of all businesses together, a name that several have is asked for once.
        business === null ? fields.findIndex(({ name }) => name === field.name) === index : field.business === business,
      )
      .map(
        (field): TableFilter => ({
          name: `${FIELD}${field.name}`,
          kind: 'text',
          label: words(field.title),
          isFolded: true,
        }),
      ),
  ]
}

/** Filters as the search wants them: fields of forms go into one list. */
export function searchInput(filters: Record<string, string>): Record<string, string | string[]> {
  const all = Object.entries(filters)
  const field = all.flatMap(([name, value]) => (name.startsWith(FIELD) ? [`${name.slice(FIELD.length)}:${value}`] : []))
  const others = all.filter(([name]) => !name.startsWith(FIELD))
  return { ...Object.fromEntries(others), ...(field.length > 0 && { field }) }
}
