import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../ui/api.ts'
import type { Completion, StepPanel } from '../../ui/module-pages.ts'
import type { ProblemError } from '../../ui/problem.ts'

/** Completing a task is the business's own act; afterwards everything on screen is asked again. */
export function useComplete(complete: StepPanel['complete']) {
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation<unknown, ProblemError, Completion>({
    mutationFn: async (done) => {
      if (!complete) return
      const { verb, input } = complete(done)
      await call(verb, input)
    },
    onSuccess: () => client.invalidateQueries(),
  })
  return { send: mutate, isPending, error }
}
