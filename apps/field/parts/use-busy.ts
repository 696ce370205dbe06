import { useRef, useState } from 'react'

type Run = (work: () => Promise<unknown>) => void

/** One thing at a time: a second tap while the first is under way does nothing. What fails is told as any fault nobody waits for. */
export function useBusy(): [isBusy: boolean, run: Run] {
  const [isBusy, setBusy] = useState(false)
  const isUnderWay = useRef(false)
  const run: Run = (work) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setBusy(true)
    void work().finally(() => {
      isUnderWay.current = false
      setBusy(false)
    })
  }
  return [isBusy, run]
}
