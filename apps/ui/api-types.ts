import type { Api } from '../server/api.ts'
import type { Json } from './json.ts'

/** Names, inputs and answers of everything the server offers, from its own modules: a wrong name does not compile. */
export type QueryName = keyof Api['queries']
export type Verb = keyof Api['actions']
export type AnswerOf<N extends QueryName> = Json<Api['queries'][N]['answer']>
export type InputOf<N extends QueryName> = Api['queries'][N]['input']
export type ResultOf<V extends Verb> = Json<Api['actions'][V]['answer']>
export type VerbInput<V extends Verb> = Api['actions'][V]['input']
