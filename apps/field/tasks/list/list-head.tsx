import { startTransition, useOptimistic } from 'react'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { TaskFilter, TaskSort, TaskTab } from '../rules/task-index.ts'
import { type ListState, tabs } from './use-list.ts'

type Props = {
  list: ListState
  counts: Record<TaskTab, number>
  hasPlace: boolean
  onFilter: () => void
}

const SORTS = ['distance', 'due', 'newest'] as const satisfies TaskSort[]
const narrowing = ['area', 'business', 'due', 'state'] as const satisfies (keyof TaskFilter)[]

/** Tabs with counts, the search box, the filter and the order. */
export function ListHead({ list: { filter, setFilter, sort, setSort }, counts, hasPlace, onFilter }: Props) {
  const { t } = useTexts()
  const narrowed = narrowing.filter((name) => filter[name] !== '').length
  return (
    <div className="list-head">
      <nav className="tabs" aria-label={t('field.tasks')}>
        {tabs.map((tab) => (
          <a key={tab} href={`#/tasks/${tab}`} aria-current={tab === filter.tab ? 'page' : undefined}>
            {t(`field.tasks.${tab}`)} {counts[tab]}
          </a>
        ))}
      </nav>
      <div className="list-tools">
        <SearchBox text={filter.text} onText={(text) => setFilter({ ...filter, text })} />
        <button type="button" className="button-small" aria-pressed={narrowed > 0} onClick={onFilter}>
          {t('field.filter')}
          {narrowed > 0 && ` ${narrowed}`}
        </button>
        <select aria-label={t('field.sort')} value={sort} onChange={(event) => setSort(event.target.value as TaskSort)}>
          {SORTS.map((one) => (
            <option key={one} value={one} disabled={one === 'distance' && !hasPlace}>
              {t(`field.sort.${one}`)}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}

/** Shows what is typed at once, and by itself: the list follows. */
function SearchBox({ text, onText }: { text: string; onText: (text: string) => void }) {
  const { t } = useTexts()
  const [typed, setTyped] = useOptimistic(text)
  const type = (next: string) =>
    startTransition(() => {
      setTyped(next)
      onText(next)
    })
  return (
    <input
      type="search"
      aria-label={t('field.tasks.search')}
      placeholder={t('field.tasks.search')}
      value={typed}
      onChange={(event) => type(event.target.value)}
    />
  )
}
