import { forbidden, type Problem } from '../problems/problem.ts'
import { type ClosedService, can, closedFor, type Person, type Scope } from './can.ts'

/** Why a person may not use `verb` there: its service is stopped or refused to them, or no right of theirs covers it. */
export function rightFault(person: Person, verb: string, scope: Scope = {}): Problem | undefined {
  const closed = closedFor(person, verb)
  if (closed) return closedFault(closed)
  return can(person, verb, scope) ? undefined : forbidden('kernel.no-right', { verb, area: scope.area ?? '' })
}

function closedFault({ why, title, reason }: ClosedService): Problem {
  const params = { service: title.zh, serviceEn: title.en }
  if (why === 'refused') return forbidden('service.refused', params)
  return { code: 'service.stopped', status: 503, params: { ...params, reason: reason ?? '' } }
}
