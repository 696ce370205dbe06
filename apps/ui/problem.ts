/** A refusal of the server, or of the way to it, as the screens see it. */
export class ProblemError extends Error {
  readonly code: string
  readonly status: number
  readonly params: Record<string, string | number>
  /** The verb or query that was refused: its title says what did not happen. */
  readonly verb: string | undefined

  constructor(code: string, status: number, params: Record<string, string | number> = {}, verb?: string) {
    super(`${code} ${JSON.stringify(params)}`)
    this.name = 'ProblemError'
    this.code = code
    this.status = status
    this.params = params
    this.verb = verb
  }
}

/** Nothing came back: no connection, or the server is not running. */
export const unreachable = (verb?: string) => new ProblemError('web.server.unreachable', 0, {}, verb)

/** What the server wrote as application/problem+json; anything else is a fault of the server, said so. */
export async function problemOf(response: Response, verb?: string): Promise<ProblemError> {
  const type = response.headers.get('content-type') ?? ''
  if (!type.includes('json'))
    return new ProblemError('web.server.fault', response.status, { status: response.status }, verb)
  const body = (await response.json()) as Partial<{ code: string; params: Record<string, string | number> }>
  return new ProblemError(
    body.code ?? 'web.server.fault',
    response.status,
    body.params ?? { status: response.status },
    verb,
  )
}

export const asProblem = (error: unknown): ProblemError =>
  error instanceof ProblemError ? error : new ProblemError('web.page.fault', 0, { message: String(error) })
