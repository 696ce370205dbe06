import { useEffect, useState } from 'react'
import { ask } from '../../../ui/api.ts'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { asProblem, type ProblemError } from '../../../ui/problem.ts'
import { keepThing, readThing } from '../../store/things.ts'

export type TaskHistory = AnswerOf<'fieldwork.task.history'>

/** Fetched anew, and kept for where there is no network. `isOld`: what is shown is what was fetched before. */
export function useHistory(person: string, taskId: string) {
  const [state, setState] = useState<{ history?: TaskHistory; problem?: ProblemError; isOld: boolean }>({
    isOld: false,
  })
  useEffect(() => {
    let isOver = false
    const name = `history/${taskId}`
    ask<TaskHistory>('fieldwork.task.history', { taskId })
      .then(async (history) => {
        if (!isOver) setState({ history, isOld: false })
        await keepThing(person, name, history)
      })
      .catch(async (error: unknown) => {
        const history = await readThing<TaskHistory>(person, name)
        if (!isOver) setState({ ...(history && { history }), problem: asProblem(error), isOld: history !== undefined })
      })
    return () => {
      isOver = true
    }
  }, [person, taskId])
  return state
}
