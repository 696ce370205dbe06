import { conflict, type Problem } from '../../../kernel/problems/problem.ts'
import { OLDEST_PROTOCOL, PROTOCOL } from '../schema.ts'

type Payload = Record<string, unknown>

/**
 * From each version to the next: what an older page meant, in today's words. An act is kept and hashed as it was sent; this
 * is done when it is applied.
 */
const steps: Record<number, (kind: string, payload: Payload) => Payload> = {
  // 2: photos came in pieces; acts stayed.
  1: (_, payload) => payload,
  // 3: a photo says whether it was taken live. Before, nobody asked.
  2: (kind, payload) => (kind === 'photo.add' ? { live: null, ...payload } : payload),
  // 4: a form sends what was changed. Before, all of it.
  3: (kind, payload) => (kind === 'form.save' ? { isWhole: true, ...payload } : payload),
}

/** Pure. */
export function upcast(protocol: number, kind: string, payload: Payload): Payload {
  let current = payload
  for (let version = protocol; version < PROTOCOL; version++) current = steps[version]!(kind, current)
  return current
}

/** A page older than the last three, or newer than this server: what to do, and that nothing is lost by it. */
export function protocolProblem(protocol: number): Problem | undefined {
  const params = { protocol, oldest: OLDEST_PROTOCOL, newest: PROTOCOL }
  if (protocol < OLDEST_PROTOCOL) return conflict('fieldwork.sync.too-old', params)
  return protocol > PROTOCOL ? conflict('fieldwork.sync.too-new', params) : undefined
}
