import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  type UseQueryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { ask, call, type Input } from './api.ts'
import { ProblemError } from './problem.ts'

/** Refusals are answers, so only a lost connection is tried again. */
const isWorthRetrying = (failures: number, error: unknown) =>
  error instanceof ProblemError && error.status === 0 && failures < 2

export const SESSION = ['session']

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

/** The answer to one screen's question. */
export function useAsk<R>(name: string, input: Input = {}, { keep, ...options }: Options<R> = {}) {
  return useQuery<R, ProblemError>({
    queryKey: [name, input],
    queryFn: ({ signal }) => ask<R>(name, input, signal),
    ...(keep && { placeholderData: keepPreviousData }),
    ...options,
  })
}

/** An action; whatever is on screen is asked again afterwards, since an action may move counts anywhere. */
export function useCall<R = unknown>(verb: string) {
  const client = useQueryClient()
  return useMutation<R, ProblemError, Input>({
    mutationFn: (input) => call<R>(verb, input),
    onSuccess: () => client.invalidateQueries(),
  })
}
