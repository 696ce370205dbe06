import { useEffect, useState } from 'react'
import { ask } from '../../ui/api.ts'
import type { QueryName } from '../../ui/api-types.ts'
import { asProblem, type ProblemError } from '../../ui/problem.ts'
import { keepThing, useThing } from '../store/things.ts'

/** The answer to a question without input: at once as it was kept last, then as the server has it now. */
export function useFetched<T>(person: string, query: QueryName) {
  const name = `fetched/${query}`
  const data = useThing<T>(person, name)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    let isOver = false
    ask<T>(query)
      .then((answer) => keepThing(person, name, answer))
      .then(() => !isOver && setProblem(null))
      .catch((error: unknown) => !isOver && setProblem(asProblem(error)))
    return () => {
      isOver = true
    }
  }, [person, query, round])
  return { data, problem, retry: () => setRound((before) => before + 1) }
}
