import { useSyncExternalStore } from 'react'

let isNewer = false
const listeners = new Set<() => void>()
const listen = (tell: () => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** Another tab has brought a newer version of the app: what this one still has to load of the old one may be gone. */
export const useNewerPage = (): boolean => useSyncExternalStore(listen, () => isNewer)

/**
 * Nobody is torn out of the middle of something: a tab out of sight is loaded anew at once, one in sight with the next page that is
 * opened, or when its person says so.
 */
export function watchForNewer(): void {
  const workers = globalThis.navigator?.serviceWorker
  let isFirst = !workers?.controller
  workers?.addEventListener('controllerchange', () => {
    // The first worker of a page takes nothing away from it.
    if (isFirst) {
      isFirst = false
      return
    }
    if (document.visibilityState === 'hidden') return location.reload()
    isNewer = true
    addEventListener('hashchange', () => location.reload(), { once: true })
    for (const tell of listeners) tell()
  })
}
