import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { ask, call, type Input } from './api.ts'
import type { AnswerOf, InputOf, QueryName, ResultOf, Verb, VerbInput } from './api-types.ts'
import { ProblemError } from './problem.ts'

/** Refusals are answers, so only a lost connection is tried again. */
const isWorthRetrying = (failures: number, error: unknown) =>
  error instanceof ProblemError && error.status === 0 && failures < 2

export const SESSION = ['session']
/** No act of the console moves administrative areas. */
const AREAS = 'onemap.areas'

/** A session that ended while the page was open: the shell then asks to sign in again and comes back here. */
function endSessionOn(client: () => QueryClient) {
  return (error: unknown) => {
    if (error instanceof ProblemError && error.code === 'session.missing')
      client().setQueryData(SESSION, { person: null })
  }
}

export function newQueryClient(): QueryClient {
  const onError = endSessionOn(() => client)
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry: isWorthRetrying, staleTime: 10_000, refetchOnWindowFocus: false } },
  })
  return client
}

type Options<R> = Pick<UseQueryOptions<R, ProblemError>, 'enabled' | 'refetchInterval' | 'staleTime'> & {
  /** Lists keep the last page in view while the next is on its way. */
  keep?: boolean
}

type Answer<R> = UseQueryResult<R, ProblemError>
type Act<R, I> = UseMutationResult<R, ProblemError, I>

/** The answer to one screen's question, typed by its name; name the answer yourself where the name is not fixed. */
export function useAsk<N extends QueryName>(
  name: N,
  input?: InputOf<N>,
  options?: Options<AnswerOf<N>>,
): Answer<AnswerOf<N>>
export function useAsk<R>(name: string, input?: Input, options?: Options<R>): Answer<R>
export function useAsk<R>(name: string, input: Input = {}, { keep, ...options }: Options<R> = {}): Answer<R> {
  return useQuery<R, ProblemError>({
    queryKey: [name, input],
    queryFn: ({ signal }) => ask<R>(name, input, signal),
    ...(keep && { placeholderData: keepPreviousData }),
    ...options,
  })
}

/** An action; whatever is on screen is asked again afterwards, since an action may move counts anywhere. */
export function useCall<V extends Verb>(verb: V): Act<ResultOf<V>, VerbInput<V>>
export function useCall<R = unknown>(verb: string): Act<R, Input>
export function useCall<R>(verb: string): Act<R, Input> {
  return useMutation<R, ProblemError, Input>(callOptions<R>(useQueryClient(), verb))
}

/**
 * Asking again is begun and not waited for: what its answer takes off the screen, a button or a dialog, would take what its
 * caller does on success with it.
 */
export const callOptions = <R>(client: QueryClient, verb: string) => ({
  mutationFn: (input: Input) => call<R>(verb, input),
  onSuccess: () => {
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== AREAS })
  },
})
