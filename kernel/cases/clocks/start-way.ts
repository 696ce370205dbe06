import type { ProcessModel, Transition } from '../../process/model.ts'
import type { ClockStart } from '../case-process.ts'

/** The way out of a user task that begins the clock; undefined: the process has no such way. */
export function startOf({ steps }: Pick<ProcessModel, 'steps'>, { step, way }: ClockStart): Transition | undefined {
  const from = steps.find(({ id }) => id === step)
  return from?.kind === 'userTask' ? from.transitions.find(({ name }) => name === way) : undefined
}
