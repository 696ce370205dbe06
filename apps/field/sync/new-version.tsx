import { useEffect, useState } from 'react'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useKept } from '../store/changes.ts'
import { unsentHere } from '../store/unsent.ts'
import { EXCHANGE } from './exchange-lock.ts'
import { useNewerPage } from './newer-page.ts'

/** A newer page is ready. It waits until nothing is unsent and nobody is in the middle of something: then one press brings it. */
export function NewVersion() {
  const { t } = useTexts()
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null)
  const isNewer = useNewerPage()
  const unsent = useKept(unsentHere, 'unsent') ?? 0
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    let isOver = false
    const watch = (registration: ServiceWorkerRegistration) => {
      const look = () => !isOver && setWaiting(navigator.serviceWorker.controller ? registration.waiting : null)
      look()
      // The browser asks by itself only once a day.
      void registration.update().catch(() => undefined)
      registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
    }
    void navigator.serviceWorker.getRegistration('/field/').then((found) => found && watch(found))
    return () => {
      isOver = true
    }
  }, [])
  if (isNewer)
    return (
      <p className="banner banner-top" role="status">
        {t('field.version.elsewhere')}{' '}
        <button type="button" className="button-small" onClick={() => location.reload()}>
          {t('field.version.now')}
        </button>
      </p>
    )
  if (!waiting) return null
  return (
    <p className="banner banner-top" role="status">
      {t(unsent > 0 ? 'field.version.waits' : 'field.version.ready', { count: unsent })}{' '}
      {unsent === 0 && (
        <button type="button" className="button-small" onClick={() => takeOver(waiting)}>
          {t('field.version.take')}
        </button>
      )}
    </p>
  )
}

/** No exchange is under way while the new one takes over. */
function takeOver(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  void navigator.locks.request(EXCHANGE, async () => {
    waiting.postMessage('take over')
  })
}
