import { Type } from '@sinclair/typebox'
import { MESSAGE_KINDS } from '../../../kernel/messages/message.ts'

export const Id = Type.String({ format: 'uuid' })
export const Kind = Type.Union(MESSAGE_KINDS.map((kind) => Type.Literal(kind)))
/** Some by id, all of a kind, or all. */
export const Which = Type.Union([
  Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 500 }) }),
  Type.Object({ kind: Kind }),
  Type.Literal('all'),
])
