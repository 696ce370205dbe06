import { useEffect, useState } from 'react'

/** Told in every tab of this phone when something kept has changed. */
const channel = new BroadcastChannel('yutu-field')
const here = new EventTarget()
// Outside a browser it must not keep the process alive.
;(channel as { unref?: () => void }).unref?.()
channel.onmessage = ({ data }) => here.dispatchEvent(new Event(String(data)))

/** `things`: only of what rooms keep for themselves, as a letter typed; what reads none of it is left in peace. */
type Of = 'change' | 'things'

export function tellChange(of: Of = 'change'): void {
  here.dispatchEvent(new Event(of))
  channel.postMessage(of)
}

const ALL: readonly Of[] = ['change', 'things']
/** What is read is no thing of a room. */
export const noThings: readonly Of[] = ['change']

/** What `read` gives, read anew after every change, one reading at a time. Undefined until it is there. */
export function useKept<T>(read: () => Promise<T>, key: string, heard: readonly Of[] = ALL): T | undefined {
  const [kept, setKept] = useState<{ key: string; value: T } | undefined>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read is named by its key
  useEffect(() => {
    let isOver = false
    const again = oneAtATime(
      async () => {
        const value = await read()
        // The same again is no news: nothing is drawn anew for it.
        if (!isOver) setKept((before) => (before?.key === key && before.value === value ? before : { key, value }))
      },
      // As any fault nobody waits for.
      (error) => void Promise.reject(error),
    )
    const look = () => void again()
    look()
    for (const of of heard) here.addEventListener(of, look)
    return () => {
      isOver = true
      for (const of of heard) here.removeEventListener(of, look)
    }
  }, [key])
  return kept?.key === key ? kept.value : undefined
}

/** Lets what was pressed or drawn meanwhile come first; a page in the background is not slowed down, as by a timer. */
export const breath = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

/** Asked for while it is under way, it is done once more afterwards, however often it was asked; also where the one before failed. */
export function oneAtATime(work: () => Promise<void>, fail: (error: unknown) => void): () => Promise<void> {
  let isAsked = false
  let doing: Promise<void> | undefined
  const all = async () => {
    while (isAsked) {
      isAsked = false
      await work().catch(fail)
    }
    doing = undefined
  }
  return () => {
    isAsked = true
    doing ??= all()
    return doing
  }
}
