import type { ReactNode } from 'react'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { SyncState } from '../sync/use-sync.ts'

/** Name of the page, the way back, and always: whether anything still waits on this phone. */
export function TopBar({
  title,
  back,
  sync,
  children,
}: {
  title: string
  back?: string
  sync: SyncState
  children?: ReactNode
}) {
  const { t } = useTexts()
  return (
    <header className="top">
      {back !== undefined && (
        <a className="top-back" href={back} aria-label={t('common.back')}>
          ‹
        </a>
      )}
      <h1>{title}</h1>
      <SyncChip sync={sync} />
      {children}
    </header>
  )
}

function SyncChip({ sync: { at, waiting, syncNow } }: { sync: SyncState }) {
  const { t } = useTexts()
  const word =
    at === 'cut'
      ? t(waiting > 0 ? 'field.sync.cut' : 'field.sync.off', { count: waiting })
      : at === 'signedOut' || at === 'failed'
        ? t(`field.sync.${at}`)
        : waiting > 0
          ? t('field.sync.waiting', { count: waiting })
          : t(at === 'working' ? 'field.sync.working' : 'field.sync.idle')
  return (
    <button
      type="button"
      className={`sync sync-${at}`}
      onClick={at === 'signedOut' ? () => location.reload() : syncNow}
      aria-live="polite"
    >
      {word}
    </button>
  )
}
