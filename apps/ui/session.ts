import { useQuery, useQueryClient } from '@tanstack/react-query'
import { can, type Person, type Scope } from '../../kernel/identity/can.ts'
import { send } from './api.ts'
import type { ProblemError } from './problem.ts'
import { SESSION } from './queries.ts'

const NAME = 'session'
type Session = { person: Person | null }

const post = (name: string, body: unknown) =>
  send<Session>(name, '/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** Who sits here; null: nobody has signed in. */
export function useSession() {
  const client = useQueryClient()
  const { data, error, isPending, refetch } = useQuery<Session, ProblemError>({
    queryKey: SESSION,
    queryFn: () => send<Session>(NAME, '/api/session', {}),
    staleTime: 5 * 60_000,
  })
  const keep = (session: Session) => client.setQueryData(SESSION, session)
  return {
    person: data?.person ?? null,
    isPending,
    error,
    refetch,
    /** The same decision the server makes, so that a page offers only what will be accepted. */
    can: (verb: string, scope?: Scope) => (data?.person ? can(data.person, verb, scope) : false),
    signIn: async (by: { login: string; password: string } | { link: string }) => keep(await post('session.start', by)),
    signOut: async () => {
      await send<Session>('session.end', '/api/session', { method: 'DELETE' })
      client.clear()
      keep({ person: null })
    },
  }
}
