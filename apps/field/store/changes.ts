import { useEffect, useState } from 'react'

/** Told in every tab of this phone when something kept has changed. */
const channel = new BroadcastChannel('yutu-field')
const here = new EventTarget()
// Outside a browser it must not keep the process alive.
;(channel as { unref?: () => void }).unref?.()
channel.onmessage = () => here.dispatchEvent(new Event('change'))

export function tellChange(): void {
  here.dispatchEvent(new Event('change'))
  channel.postMessage('change')
}

/** What `read` gives, read anew after every change. Undefined until it is there. */
export function useKept<T>(read: () => Promise<T>, key: string): T | undefined {
  const [kept, setKept] = useState<{ key: string; value: T } | undefined>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read is named by its key
  useEffect(() => {
    let isOver = false
    const look = () => void read().then((value) => !isOver && setKept({ key, value }))
    look()
    here.addEventListener('change', look)
    return () => {
      isOver = true
      here.removeEventListener('change', look)
    }
  }, [key])
  return kept?.key === key ? kept.value : undefined
}
