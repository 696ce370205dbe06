import { useEffect, useRef, useState } from 'react'
import { ProblemError } from '../../ui/problem.ts'
import { platform } from '../device/platform.ts'
import { useKept } from '../store/changes.ts'
import { eraseRevoked } from '../store/erase.ts'
import { noteHanded } from '../store/erased.ts'
import type { KeptPerson } from '../store/field-database.ts'
import { mend } from '../store/mend.ts'
import { pullTasks } from '../store/pull-tasks.ts'
import { withRoom } from '../store/settled-originals.ts'
import { unsentOf } from '../store/unsent.ts'
import { developAll } from '../survey/camera/develop.ts'
import { waitBefore } from './backoff.ts'
import { isMeasured, lookAtClock } from './clock.ts'
import { problemOfExchange, stateAfter } from './end-of-exchange.ts'
import { EXCHANGE } from './exchange-lock.ts'
import { sendWaiting } from './send-waiting.ts'

export type SyncState = {
  /** Acts and photos the server has not answered for. */
  waiting: number
  /** `cut`: no way to the server; `failed`: there is one, and `problem` says what went wrong */
  at: 'idle' | 'working' | 'cut' | 'failed' | 'signedOut' | 'revoked'
  problem: ProblemError | null
  syncNow: () => void
}

/** Sends what waits and fetches the tasks: at once when something is done or the network is back, else with growing pauses. */
export function useSync({ id: person, name }: Pick<KeptPerson, 'id' | 'name'>): SyncState {
  const waiting = useKept(() => unsentOf(person), `waiting ${person}`) ?? 0
  const [at, setAt] = useState<SyncState['at']>('idle')
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [round, setRound] = useState(0)
  const failures = useRef(0)
  const syncNow = () => setRound((before) => before + 1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new act and a new round start it again
  useEffect(() => {
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    setAt('working')
    exchange({ id: person, name })
      .then(() => {
        failures.current = 0
        if (isOver) return
        setProblem(null)
        setAt('idle')
      })
      .catch((error: unknown) => {
        const refused = problemOfExchange(error)
        failures.current += 1
        if (refused.code === 'fieldwork.device.revoked') void eraseIfEmpty(person)
        if (isOver) return
        setProblem(refused)
        setAt(stateAfter(refused))
        if (refused.code === 'fieldwork.device.revoked' && waiting === 0) return
        void platform().sendLater()
        timer = setTimeout(syncNow, waitBefore(failures.current, Math.random()))
      })
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [person, waiting, round])
  useReturn(syncNow)
  return { waiting, at, problem, syncNow }
}

/** One tab at a time, whatever the number of tabs. */
const exchange = (person: Pick<KeptPerson, 'id' | 'name'>) =>
  navigator.locks.request(EXCHANGE, async () => {
    // What is handed in says how the clock stands; afterwards it is looked at beside the rest.
    if (isMeasured()) void lookAtClock()
    else await lookAtClock()
    await withRoom(() => mendOnce(person.id))
    await developAll(person)
    const { erase, settled } = await withRoom(() => sendWaiting(person.id))
    if (erase) noteHanded(settled)
    if (erase || (await withRoom(() => pullTasks(person.id)))) throw new ProblemError('fieldwork.device.revoked', 403)
  })

let mended: string | undefined

/** At the first exchange after the page was loaded. */
async function mendOnce(person: string): Promise<void> {
  if (mended !== person) await mend(person, Date.now())
  mended = person
}

/** What is still unsent goes first: a revoked phone keeps trying to hand it over. */
async function eraseIfEmpty(person: string): Promise<void> {
  if ((await unsentOf(person)) === 0) await eraseRevoked(person)
}

/** The network is back, or the phone is taken out of the pocket. */
function useReturn(onReturn: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it only counts up
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && onReturn()
    addEventListener('online', onReturn)
    // Tried in vain, so that the page says it is offline.
    addEventListener('offline', onReturn)
    const stop = platform().onWake(onReturn)
    document.addEventListener('visibilitychange', look)
    return () => {
      removeEventListener('online', onReturn)
      removeEventListener('offline', onReturn)
      stop()
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
}
