import { useState } from 'react'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { TopBar } from '../parts/top-bar.tsx'
import { useKept } from '../store/changes.ts'
import type { KeptPerson } from '../store/field-database.ts'
import type { SyncState } from '../sync/use-sync.ts'
import { CachedList } from './cached-list.tsx'
import { ClearSetting, KeepSetting } from './clear-setting.tsx'
import { clearSent, storageUse } from './storage-use.ts'

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MB`

/** 我的数据 (SH104 SH132 SH134): what lies on this phone, task by task; what the server has may be cleared, nothing else. */
export function StoragePage({ person, sync }: { person: KeptPerson; sync: SyncState }) {
  const { t } = useTexts()
  const use = useKept(() => storageUse(person.id), `storage ${person.id}`)
  const [freed, setFreed] = useState<number | null>(null)
  const clear = async (taskIds?: string[]) => setFreed(await clearSent(taskIds))
  const tasks = use?.tasks ?? []
  const unsent = tasks.reduce((sum, task) => sum + task.unsent, 0)
  return (
    <>
      <TopBar title={t('field.storage')} back="#/me" sync={sync} />
      <main className="list">
        {use && (
          <p>
            {t('field.storage.used', { size: megabytes(use.used ?? use.bytes), photos: megabytes(use.bytes) })}{' '}
            {t(use.isSafe ? 'field.storage.safe' : 'field.storage.unsafe')}
          </p>
        )}
        {use?.allowed && use.used !== null && (
          <progress className="storage-bar" max={use.allowed} value={use.used} aria-label={t('field.storage')} />
        )}
        {use && use.settled > 0 && <p>{t('field.storage.settled', { size: megabytes(use.settled) })}</p>}
        {unsent > 0 && <p className="banner">{t('field.storage.unsent', { count: unsent })}</p>}
        {freed !== null && <p role="status">{t('field.storage.freed', { count: freed })}</p>}
        <h2 className="section-name">{t('field.storage.photos')}</h2>
        <ul>
          {tasks.map(({ taskId, number, title, photos, bytes, unsent: left }) => (
            <li key={taskId} className="task">
              <span className="task-head">
                <strong>{number}</strong>
                <span>{megabytes(bytes)}</span>
              </span>
              <span className="task-title">{title}</span>
              <span className="task-facts">
                <span>{t('field.photos.count', { count: photos })}</span>
                <span>{t(left > 0 ? 'field.storage.left' : 'field.storage.allSent', { count: left })}</span>
                {left < photos && (
                  <button type="button" className="button-small" onClick={() => void clear([taskId])}>
                    {t('field.storage.clear')}
                  </button>
                )}
              </span>
            </li>
          ))}
        </ul>
        {tasks.length === 0 && <p className="quiet">{t('field.storage.nothing')}</p>}
        <CachedList person={person.id} />
        <KeepSetting person={person.id} />
        <ClearSetting person={person.id} />
      </main>
      <div className="actions actions-two">
        <a className="button" href="/field/?rescue">
          {t('field.rescue')}
        </a>
        <button
          type="button"
          className="button button-main"
          disabled={!use?.settled && tasks.every((task) => task.unsent === task.photos)}
          onClick={() => void clear()}
        >
          {t('field.storage.clearAll')}
        </button>
      </div>
    </>
  )
}
