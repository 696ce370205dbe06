import { useSyncExternalStore } from 'react'

/** A phone held upright; the style sheets break at the same width. */
const PHONE = '(max-width: 600px)'

export const isPhone = () => matchMedia(PHONE).matches

/** Whether the page is as narrow as a phone now; it follows a window that is drawn smaller. */
export const useIsPhone = () => useSyncExternalStore(listen, isPhone)

function listen(onChange: () => void): () => void {
  const query = matchMedia(PHONE)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}
