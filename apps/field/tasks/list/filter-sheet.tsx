import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { Sheet } from '../acts/sheet.tsx'
import { emptyFilter, type TaskFilter } from '../rules/task-index.ts'

export type Choice = { value: string; label: string }
type Props = {
  filter: TaskFilter
  /** how many tasks the list shows with it */
  count: number
  areas: readonly Choice[]
  businesses: readonly Choice[]
  onChange: (filter: TaskFilter) => void
  onClose: () => void
}

const DUES = ['', 'overdue', 'soon', 'later', 'none'] as const
const STATES = ['', 'free', 'given', 'mine', 'others', 'returned', 'noSurvey', 'waiting'] as const

/** 筛选: of this list only, at once; the button says how many are left. */
export function FilterSheet({ filter, count, areas, businesses, onChange, onClose }: Props) {
  const { t } = useTexts()
  const set = (change: Partial<TaskFilter>) => onChange({ ...filter, ...change })
  const group = (name: 'due' | 'state' | 'business', values: readonly Choice[]) => (
    <fieldset className="filter-group">
      <legend>{t(`field.filter.${name}`)}</legend>
      <div className="chips">
        {values.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            className="chip"
            aria-pressed={filter[name].split(',').includes(value)}
            onClick={() => set({ [name]: value } as Partial<TaskFilter>)}
          >
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  )
  const all = { value: '', label: t('field.filter.all') }
  return (
    <Sheet
      title={t('field.filter')}
      onClose={onClose}
      actions={
        <div className="actions-pair">
          <button
            type="button"
            className="button"
            onClick={() => onChange({ ...emptyFilter, tab: filter.tab, text: filter.text })}
          >
            {t('field.filter.clear')}
          </button>
          <button type="button" className="button button-main" onClick={onClose}>
            {t('field.filter.show', { count })}
          </button>
        </div>
      }
    >
      <label className="field">
        {t('field.filter.area')}
        <select value={filter.area} onChange={(event) => set({ area: event.target.value })}>
          {[all, ...areas].map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {group('business', [all, ...businesses])}
      {group(
        'due',
        DUES.map((value) => (value ? { value, label: t(`field.filter.due.${value}`) } : all)),
      )}
      {group(
        'state',
        STATES.map((value) => (value ? { value, label: t(`field.filter.state.${value}`) } : all)),
      )}
    </Sheet>
  )
}
