import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { TaskTab } from '../rules/task-index.ts'

/** Why the list is empty, and what to do. */
export function Nothing({ isFiltered, tab, onClear }: { isFiltered: boolean; tab: TaskTab; onClear: () => void }) {
  const { t } = useTexts()
  return (
    <div className="nothing">
      <strong>{t(isFiltered ? 'field.tasks.notFound' : `field.tasks.none.${tab}`)}</strong>
      <p>{t(isFiltered ? 'field.tasks.notFound.next' : 'field.tasks.none.next')}</p>
      {!isFiltered && (
        <a className="button" href="#/discover">
          {t('field.discover')}
        </a>
      )}
      {isFiltered && (
        <button type="button" className="button" onClick={onClear}>
          {t('field.filter.clear')}
        </button>
      )}
    </div>
  )
}
