import { Select, Space } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useAreas } from '../../../../apps/ui/use-areas.ts'
import type { FilterChange, TrackingFilter } from './use-tracking-filter.ts'

const YEARS = 5
const LONGEST = 9

/** Year of filing, item, and area down to the town. */
export function TrackingFilters({
  filter,
  onChange,
}: {
  filter: TrackingFilter
  onChange: (next: FilterChange) => void
}) {
  const { t, words } = useTexts()
  const items = useAsk('approvals.item.list', { pageSize: 200 })
  const areas = useAreas().filter(({ code }) => code.length <= LONGEST)
  const now = new Date().getFullYear()
  const years = Array.from({ length: YEARS }, (_, back) => now - back)
  return (
    <Space wrap>
      <Select
        {...{ allowClear: true, style: { width: 110 }, value: filter.year ?? null }}
        {...{ placeholder: t('approvals.tracking.allYears'), 'aria-label': t('approvals.tracking.year') }}
        options={years.map((year) => ({ value: year, label: t('approvals.tracking.yearOf', { year }) }))}
        onChange={(year) => onChange({ year: year ?? undefined })}
      />
      <Select
        {...{ allowClear: true, style: { width: 240 }, value: filter.item ?? null }}
        {...{ placeholder: t('approvals.tracking.allItems'), 'aria-label': t('approvals.cases.item') }}
        options={(items.data?.rows ?? []).map(({ code, title }) => ({ value: code, label: words(title) }))}
        onChange={(item) => onChange({ item: item ?? undefined })}
      />
      <Select
        {...{ allowClear: true, showSearch: true, optionFilterProp: 'label', style: { width: 150 } }}
        {...{ value: filter.area ?? null, placeholder: t('approvals.tracking.allAreas') }}
        aria-label={t('approvals.case.area')}
        options={areas.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(area) => onChange({ area: area ?? undefined })}
      />
    </Space>
  )
}
