import { useSyncExternalStore } from 'react'

let isBlocked = false
const listeners = new Set<() => void>()
const listen = (tell: () => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** Another tab, frozen by the phone, does not let go of the older database. */
export const useBlocked = (): boolean => useSyncExternalStore(listen, () => isBlocked)

export function tellBlocked(): void {
  isBlocked = true
  for (const tell of listeners) tell()
}
