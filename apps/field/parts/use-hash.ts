import { useSyncExternalStore } from 'react'

const listen = (onChange: () => void) => {
  addEventListener('hashchange', onChange)
  return () => removeEventListener('hashchange', onChange)
}

/** «#/task/0198…/map» as «/tasks/0198…/map»: the way back is the browser's own. */
export const useHash = () => useSyncExternalStore(listen, () => location.hash.slice(1))
