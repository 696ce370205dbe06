import { useEffect, useRef, useState } from 'react'
import type { Choice } from '../../../../modules/fieldwork/packages/schema.ts'
import { asProblem, ProblemError } from '../../../ui/problem.ts'
import type { Progress } from './download.ts'
import { idOfChoice, type KeptPackage } from './kept-package.ts'
import { fetchStaged, megabytes, type PackageView, prepare, stage, viewOf } from './packages.ts'

/** What is being done with a package: a text, and how far. */
export type Work = { word: string; params: Record<string, string | number>; progress: Progress | null }

const LOOK_MS = 700

/** Makes, fetches and updates packages, one at a time. A download that was cut goes on when the network is back. */
export function useInstall(person: string) {
  const [works, setWorks] = useState<Record<string, Work>>({})
  const [making, setMaking] = useState<Work | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [isBusy, setBusy] = useState(false)
  const again = useRef<(() => void) | null>(null)
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    again.current = () => void run(work)
    await work().catch((error: unknown) => setProblem(asProblem(error)))
    setMaking(null)
    setWorks({})
    setBusy(false)
  }
  const begin = (choice: Choice) =>
    run(async () => {
      const { packageId } = await prepare(choice)
      const view = await whenMade(packageId, (word, params) => setMaking({ word, params, progress: null }))
      const kept = await stage(person, view)
      if (!kept.staging)
        setWorks({ [idOfChoice(person, choice)]: { word: 'field.packages.same', params: {}, progress: null } })
      if (!kept.staging) await pause(1500)
    })
  const resume = (kept: KeptPackage) =>
    run(async () => {
      let come = { done: 0, total: 0 }
      const tell = (progress: Progress) => {
        come = progress
        const params = { done: megabytes(progress.done), total: megabytes(progress.total) }
        setWorks({ [kept.id]: { word: 'field.packages.fetching', params, progress } })
      }
      await fetchStaged(kept, tell).catch((error: unknown) => {
        const cut = error instanceof ProblemError && error.status === 0
        throw cut
          ? new ProblemError('field.package.cut', 0, { done: megabytes(come.done), total: megabytes(come.total) })
          : error
      })
    })
  useEffect(() => {
    const back = () => problem?.status === 0 && again.current?.()
    addEventListener('online', back)
    return () => removeEventListener('online', back)
  }, [problem])
  return { works, making, problem, isBusy, begin, resume, retry: () => again.current?.() }
}

/** Looks again and again until the server has made it. Throws ProblemError. */
async function whenMade(
  packageId: string,
  tell: (word: string, params: Record<string, number>) => void,
): Promise<PackageView> {
  for (;;) {
    const view = await viewOf(packageId)
    if (view.state === 'ready') return view
    if (view.state === 'failed') throw new ProblemError('field.package.failed', 500)
    tell(view.stage || 'field.packages.queued', { done: view.done, total: view.total })
    await pause(LOOK_MS)
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
