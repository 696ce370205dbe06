import type { Static } from '@sinclair/typebox'
import type { modules } from './modules.ts'

type AnyModule = (typeof modules)[number]
type AnyActionOf = AnyModule['actions'][number]
type AnyQueryOf = AnyModule['queries'][number]

/** Every verb and query with its input and answer, for the pages: types only, nothing is generated. */
export type Api = {
  actions: { [A in AnyActionOf as A['verb']]: { input: Static<A['input']>; answer: Awaited<ReturnType<A['handle']>> } }
  queries: { [Q in AnyQueryOf as Q['name']]: { input: Static<Q['input']>; answer: Awaited<ReturnType<Q['handle']>> } }
}
