import type { Step, Wait } from './model.ts'

/** What a token at this step waits for, other than a person. */
export function waitsFor(step: Step): 'job' | 'case' | 'timer' | 'event' | undefined {
  if (step.kind === 'serviceTask') return 'job'
  if (step.kind === 'subCase') return 'case'
  if (waitOf(step)) return 'timer'
  return eventOf(step) === undefined ? undefined : 'event'
}

export function waitOf(step: Step): Wait | undefined {
  if (step.kind === 'timer') return step.wait
  return step.kind === 'boundary' && 'wait' in step.on ? step.on.wait : undefined
}

export function eventOf(step: Step): string | undefined {
  if (step.kind === 'receive') return step.event
  return step.kind === 'boundary' && 'event' in step.on ? step.on.event : undefined
}

/** The condition a token at this step waits for; nobody outside answers it. */
export function whenOf(step: Step): string | undefined {
  if (step.kind === 'condition') return step.when
  return step.kind === 'boundary' && 'when' in step.on ? step.on.when : undefined
}
