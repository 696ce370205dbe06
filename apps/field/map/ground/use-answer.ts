import { useEffect, useState } from 'react'
import { asProblem, type ProblemError } from '../../../ui/problem.ts'

export type Answered<T> = { answer: T | null; problem: ProblemError | null; isAsking: boolean }

/** Asks when the key changes, not for null; a later question wins over an earlier one's answer. */
export function useAnswer<T>(key: string | null, ask: () => Promise<T>): Answered<T> {
  const [state, setState] = useState<Answered<T> & { key: string | null }>({ key: null, answer: null, problem: null, isAsking: false }) // biome-ignore format: one row
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked is named by its key
  useEffect(() => {
    if (key === null) return
    let isOver = false
    setState((before) => ({ ...before, problem: null, isAsking: true }))
    ask().then(
      (answer) => !isOver && setState({ key, answer, problem: null, isAsking: false }),
      (error: unknown) => !isOver && setState({ key, answer: null, problem: asProblem(error), isAsking: false }),
    )
    return () => {
      isOver = true
    }
  }, [key])
  return key === null ? { answer: null, problem: null, isAsking: false } : state
}
