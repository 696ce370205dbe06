import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { TaskTab } from '../rules/task-index.ts'

/** Why the list is empty, and what to do. */
export function Nothing({ isFiltered, tab, onClear }: { isFiltered: boolean; tab: TaskTab; onClear: () => void }) {
  const { t } = useTexts()
  return (
    <div className="nothing">
      <strong>{t(isFiltered ? 'field.tasks.notFound' : `field.tasks.none.${tab}`)}</strong>
      <p>{t(isFiltered ? 'field.tasks.notFound.next' : `field.tasks.none.${tab}.next`)}</p>
      {!isFiltered && <FirstStep tab={tab} />}
      {isFiltered && (
        <button type="button" className="button" onClick={onClear}>
          {t('field.filter.clear')}
        </button>
      )}
    </div>
  )
}

/** What one has in hand or has done begins with what is to do; what is to do comes from the office, or is found. */
function FirstStep({ tab }: { tab: TaskTab }) {
  const { t } = useTexts()
  const before = { todo: null, all: null, doing: 'todo', done: 'doing' } as const
  const list = before[tab]
  return (
    <a className="button" href={list ? `#/tasks/${list}` : '#/discover'}>
      {t(list ? `field.tasks.${list}` : 'field.discover')}
    </a>
  )
}
